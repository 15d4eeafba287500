"""The only code under the command line that touches the machine: folders in, staged output out."""
