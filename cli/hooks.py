"""The hooks that the settings name, by which the service tells of alerts."""

from __future__ import annotations

from crawler.settings import Settings
from scheduler.mail import Mail
from scheduler.notify import Hooks


def hooks_of(settings: Settings) -> Hooks:
    """Their sender is the contact, where that is an e-mail address."""
    mail = None
    if settings.alert_email:
        contact = settings.contact or ""
        is_address = "@" in contact and "://" not in contact  # https://social.example/@desk is none
        sender = contact if is_address else settings.alert_email
        mail = Mail(
            settings.alert_email,
            sender.removeprefix("mailto:"),
            settings.smtp_host,
            settings.smtp_port,
            settings.smtp_tls,
            settings.smtp_user,
            settings.smtp_password,
        )
    return Hooks(settings.alert_command, settings.alert_webhook, mail)
