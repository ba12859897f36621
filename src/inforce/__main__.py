"""Run the command line as `python -m inforce`."""

from inforce.cli import main

if __name__ == "__main__":
    main()
