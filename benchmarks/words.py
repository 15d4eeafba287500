"""Which words are the generated strategies made of? Short plain sentences, all our own."""

from __future__ import annotations

from typing import NamedTuple


class Area(NamedTuple):
    """A part of the work of a hospital, and what people get from it."""

    slug: str
    name: str
    thing: str
    things: str


class Gauge(NamedTuple):
    """A way to measure an area; `low` and `high` bound the baseline, `gain` is the change wanted."""

    name: str
    unit: str
    of: str
    better: str
    group: str
    low: int
    high: int
    gain: int


AREAS = (
    Area("booking", "outpatient booking", "appointment", "appointments"),
    Area("letters", "discharge letters", "letter", "letters"),
    Area("scans", "scan reports", "scan report", "scan reports"),
    Area("blood-tests", "blood tests", "blood result", "blood results"),
    Area("prescriptions", "repeat prescriptions", "prescription", "prescriptions"),
    Area("referrals", "referrals from family doctors", "referral", "referrals"),
    Area("maternity", "maternity notes", "birth plan", "birth plans"),
    Area("beds", "bed moves", "bed request", "bed requests"),
    Area("theatre", "theatre lists", "operation date", "operation dates"),
    Area("transport", "patient transport", "journey", "journeys"),
    Area("physio", "physiotherapy", "exercise plan", "exercise plans"),
    Area("wounds", "wound care at home", "nurse visit", "nurse visits"),
    Area("diabetes", "diabetes checks", "yearly check", "yearly checks"),
    Area("hearing", "hearing aid repairs", "repair", "repairs"),
    Area("eyes", "eye clinics", "eye test", "eye tests"),
    Area("travel-costs", "help with travel costs", "claim", "claims"),
    Area("permits", "parking permits", "permit", "permits"),
    Area("records", "requests for records", "copy of a record", "copies of records"),
    Area("complaints", "complaints", "answer", "answers"),
    Area("rotas", "staff rotas", "rota", "rotas"),
    Area("shifts", "temporary shifts", "shift", "shifts"),
    Area("training", "staff training", "course place", "course places"),
    Area("jobs", "job applications", "job offer", "job offers"),
    Area("supplies", "ward supplies", "order", "orders"),
    Area("meals", "patient meals", "meal", "meals"),
    Area("interpreters", "interpreters", "booking", "bookings"),
    Area("care-plans", "care plans", "care plan", "care plans"),
    Area("equipment", "equipment at home", "loan", "loans"),
    Area("vaccines", "vaccinations", "vaccination", "vaccinations"),
    Area("therapies", "talking therapies", "first session", "first sessions"),
)

PLACES = (
    "Hill Road", "Mill Lane", "Castle Street", "Abbey Park", "Northgate", "Southgate", "Eastfield",
    "Westbrook", "Riverside", "Green Lane", "Station Road", "Priory", "Long Meadow", "Ash Grove",
    "Oakfield", "Elm Court", "Bridge House", "Kingsway", "Queensway", "Harbour View", "Market Cross",
    "Newtown", "Old Quay", "Highfield", "Lowmoor", "Brookside", "The Maltings", "Rose Hill",
    "Willow Bank", "Stonebridge",
)  # fmt: skip

OWNERS = (
    "Chief nurse", "Medical director", "Chief operating officer", "Director of finance",
    "Director of people", "Director of estates", "Chief pharmacist", "Head of therapies",
    "Head of imaging", "Director of midwifery", "Head of patient experience", "Chief digital officer",
)  # fmt: skip

MANAGERS = (
    "Outpatient manager", "Ward manager", "Bookings manager", "Pathology manager", "Imaging manager",
    "Pharmacy manager", "Community team lead", "Clinic manager", "Theatre manager", "Office manager",
)  # fmt: skip

OUTCOMES = (
    ("less-waiting", "People wait less", "better-care", "Timely care"),
    ("safer-care", "Fewer people come to harm", "better-care", "Safe care"),
    ("longer-at-home", "People stay well at home for longer", "better-health", "Healthy lives"),
    ("time-for-care", "Staff have more time for care", "staff-experience", "A good place to work"),
    ("money-well-spent", "Each pound buys more care", "lower-cost", "Value for money"),
    ("nobody-left-out", "Nobody is left out", "better-care", "Fair access"),
)

PRINCIPLES = (
    ("Start with what people need", "a new tool"),
    ("Ask for each fact once", "a form for each team"),
    ("Fix the common case first", "a perfect answer for everyone"),
    ("Reuse what works elsewhere", "something made only for us"),
    ("Keep a way in for everyone", "the cheapest way for most"),
    ("Try it small before it grows", "one large start"),
    ("Write so that all can read", "the words of our trade"),
    ("Share what we learn", "a report in a drawer"),
)

PEOPLE = (
    ("patient", "People with a long illness", "specific"),
    ("staff", "Ward staff", "mainstream"),
    ("carer", "People who care for a relative", "specific"),
    ("clinician", "Doctors and nurses in clinics", "mainstream"),
    ("patient", "Parents of young children", "mainstream"),
    ("public", "People new to the area", "mainstream"),
    ("patient", "People who do not use the internet", "specific"),
    ("staff", "Reception staff", "mainstream"),
    ("patient", "People who read little English", "specific"),
)

ACCESS_NEEDS = (
    "Large print and a phone line that a person answers",
    "Letters in plain words, and more time on the phone",
    "A quiet room, and someone who can come along",
    "An interpreter who is booked with the visit",
)

NEEDS = (
    "Know when the {thing} will come without having to ring",
    "Change the date of the {thing} when life gets in the way",
    "Give the same facts once and not at every desk",
    "See what was agreed and who will do it",
    "Ask a short question and get an answer the same day",
    "Find the {thing} from last time in under a minute",
)

EVIDENCE = (
    "We sat with {number} people at {place} and watched them try",
    "{number} calls to the desk at {place}, sorted by what people asked",
    "Talks with {number} people in their homes near {place}",
    "A count of {number} {things} that went to the wrong place",
)

TODAY = (
    "Today people ring {place} to ask where the {thing} is.",
    "About {number} {things} a month are typed in twice.",
    "The desk at {place} keeps a paper list of the {things}.",
    "Nobody can see which {things} are late until someone complains.",
    "One in {small} people has to ask again.",
    "Staff at {place} spend {small} hours a week on calls about {name}.",
    "The first answer takes {small} days, and the second one takes longer.",
    "Half of the {things} reach the wrong team first.",
    "People who cannot go online wait {small} days more.",
    "The two sites use two forms for the same {thing}.",
)

CHANGES = (
    "People at {place} will see the {thing} on the day it is ready.",
    "Staff will enter each {thing} once and find it again in seconds.",
    "A text message will say when the {thing} is due and how to move it.",
    "The desk will see every open {thing} on one screen.",
    "People who do not go online will get the same {thing} by phone or post.",
    "The team at {place} will check each week what went wrong and mend it.",
    "Late {things} will show up on the same day.",
    "One form will do for all sites.",
    "Each ward will know its own numbers for {name}.",
)

TITLES = (
    "One list of {things} at {place}",
    "{things} without paper at {place}",
    "Text messages about {things} at {place}",
    "One form for {name} at {place}",
    "Late {things} seen the same day at {place}",
    "{name} open in the evening at {place}",
)

RESULTS = (
    "People at {place} get the {thing} {small} days sooner",
    "Staff at {place} get back {small} hours a week from {name}",
    "Nobody at {place} has to ask twice for the {thing}",
    "{number} fewer calls a month about {things} at {place}",
)

REASONS = (
    "{number} people a month would notice it",
    "It costs little and ends a daily annoyance at {place}",
    "Two other plans wait for it",
    "The ward asked for it first and will lead the work",
)

REFUSALS = (
    "Only {small} people a month would notice it",
    "The present contract covers it well enough for now",
    "The team at {place} has its hands full until then",
    "We could not find anyone who needs it",
)

NOTES = (
    "The first {small} wards at {place} work this way now",
    "Two teams are trained; the third starts next month",
    "The new form is in use and the old one is gone",
    "Calls about {things} went down by {small} in a hundred",
    "The desk found a fault in week {small} and it was mended",
)

GAUGES = (
    Gauge("Share of {things} ready on the same day at {place}", "%", "{things}", "higher", "other", 40, 60, 25),
    Gauge("Days from request to {thing} at {place}", "days", "{things}", "lower", "other", 20, 40, -12),
    Gauge("Calls a week about {things} at {place}", "calls", "calls", "lower", "failure-demand", 200, 900, -120),
    Gauge("Share of people content with {name} at {place}", "%", "answers", "higher", "satisfaction", 55, 70, 20),
    Gauge("Share of {things} asked for online at {place}", "%", "{things}", "higher", "take-up", 20, 45, 30),
)

CONSTRAINTS = (
    ("digital-skills", "The digital team has more work than people", "limit"),
    ("funding", "Money for new work is set a year ahead", "accept"),
    ("physical-infrastructure", "The wireless network does not reach each ward", "address"),
    ("data-infrastructure", "Two sites keep two lists of the same patients", "address"),
    ("governance", "Small changes wait for a monthly meeting", "address"),
    ("contract", "The present contract lets us change one form a year", "accept"),
    ("time", "Ward staff can give two hours a week to new work", "limit"),
)

RESPONSES = (
    "We start on the wards where it hurts most and stop if it does not help.",
    "We plan around it and look again each spring.",
    "We ask for less new work and finish what has begun.",
    "We mend it first where other work waits for it.",
)
