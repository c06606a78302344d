"""The class of commands whose arguments are the words of a query."""

from __future__ import annotations

from itertools import islice

import click

from newsarc.patterns import pattern

_COUNT = pattern(r"-n[0-9]+")


class WordsCommand(click.Command):
    """A command whose words may begin with a dash: `-Putin` is a word, `-n 5` an option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Reorder the arguments before click parses them: options, then `--`, then words."""
        options, words = self._sorted(ctx, args)
        return super().parse_args(ctx, [*options, *(["--", *words] if words else [])])

    def _sorted(self, ctx: click.Context, args: list[str]) -> tuple[list[str], list[str]]:
        with_value = {
            name: not param.is_flag
            for param in self.get_params(ctx)
            if isinstance(param, click.Option)
            for name in param.opts
        }
        options: list[str] = []
        words: list[str] = []
        waiting = iter(args)
        for arg in waiting:
            if arg == "--":
                words += waiting
            elif arg in with_value or arg.startswith("--") or _COUNT.fullmatch(arg):
                options.append(arg)
                value = list(islice(waiting, 1 if with_value.get(arg) else 0))
                if with_value.get(arg) and not value:
                    return [arg], []  # click reports that it lacks its value
                options += value
            else:
                words.append(arg)
        return options, words
