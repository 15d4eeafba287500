"""How fast is this machine now? A fixed piece of pure Python, to which every command is compared.

Do not change it: a ratio of today would no longer say anything about one of last year.
"""

from __future__ import annotations

ROUNDS = 600  # about a quarter of a second
WORDS = (
    "digital", "strategy", "kept", "as", "plain", "files", "checked", "scored", "planned", "and", "published", "in",
    "the", "open",
)  # fmt: skip


def work(rounds: int) -> int:
    """Do what the tool mostly does: cut text up, look things up, make small objects, sort them."""
    total = 0
    for number in range(rounds):
        text = "\n".join(f"{word}-{other}: {number + place}" for word in WORDS for place, other in enumerate(WORDS))
        pairs = dict(line.split(": ") for line in text.splitlines())
        records = [(int(value), key, key.split("-")) for key, value in pairs.items()]
        records.sort(key=lambda record: (str(record[0]), record[1]))
        total += sum(len(part) for _, _, parts in records for part in parts)
    return total


if __name__ == "__main__":
    work(ROUNDS)
