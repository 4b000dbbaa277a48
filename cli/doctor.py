"""`rasid doctor`: what is wrong with this installation, and how to mend it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from cli.checkup import Finding, check_all, trials
from cli.context import Context, context_of
from cli.failures import DonePartly
from cli.options import AsJson

app = typer.Typer()

_SIGNS = {"ok": ("✓", "green"), "missing": ("✗", "red"), "optional": ("○", "yellow")}


@app.command()
def doctor(
    ctx: typer.Context,
    tell: Annotated[
        bool, typer.Option("--tell", help="Send a trial alert by each hook that is set.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """What is wrong with this installation, and how to mend it."""
    context = context_of(ctx)
    findings = check_all(context)
    if tell:
        findings += trials(context)
    if as_json:
        context.screen.json({"checks": [asdict(finding) for finding in findings]})
    else:
        _show(context, findings)
    wrong = sum(1 for finding in findings if finding.state == "missing")
    if wrong:
        raise DonePartly(f"{wrong} of {len(findings)} checks failed; each says how to mend it")


def _show(context: Context, findings: list[Finding]) -> None:
    for finding in findings:
        sign, style = _SIGNS[finding.state]
        context.screen.print(f"{sign} {finding.what}: {finding.found}", style)
        if finding.mend:
            context.screen.paragraph(f"→ {finding.mend}", indent=4)
