"""The command ``living-review``.

Every module of ``generator.commands`` is a command. Heavy libraries are imported inside the command that needs
them: checking evidence must stay fast.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sys
from collections.abc import Sequence

from generator import commands
from generator.command_line import DONE, FAILED, WRONG_USAGE, UsageError, fail


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status: 0 done, 1 bad evidence, 2 wrong usage, 3 anything else."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    given = _parser(words).parse_args(words)
    try:
        return int(given.run(given))
    except UsageError as error:
        return fail(str(error), WRONG_USAGE)
    except BrokenPipeError:
        sys.stderr.close()
        return DONE
    except KeyboardInterrupt:
        return fail("interrupted; what was there before is as it was", FAILED)
    except Exception as error:
        if given.debug:
            raise
        return fail(f"{error or type(error).__name__} (--debug shows where)", FAILED)


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    """The parser of the command that ``words`` begin with, or of all of them: a command loads no other."""
    names = {found.name.replace("_", "-"): found.name for found in pkgutil.iter_modules(commands.__path__)}
    first = next((word for word in words if not word.startswith("-")), "")
    asked = {first: names[first]} if first in names else names
    parser = argparse.ArgumentParser(
        prog="living-review", description="Living reviews by the Structured Synthesis Method."
    )
    parser.add_argument("--debug", action="store_true", help="show the traceback of an unexpected failure")
    subparsers = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, module in sorted(asked.items()):
        command = importlib.import_module(f"{commands.__name__}.{module}")
        about = f"{command.HELP[0].upper()}{command.HELP[1:]}."
        one = subparsers.add_parser(name, help=command.HELP, description=about)
        one.add_argument("--debug", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        command.add(one)
        one.set_defaults(run=command.run)
    return parser
