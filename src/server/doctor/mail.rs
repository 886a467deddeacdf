use super::{Finding, relay};
use crate::{
    domain::person::Email,
    server::{
        config::{MailTransport, Settings},
        mail::{Account, Ses},
    },
    words,
};

pub(super) const MAIL: &str = "mail";
pub(super) const SENDER: &str = "sender";

/// Whether mail can leave, and from whom.
pub(super) async fn look(settings: &Settings) -> Vec<Finding> {
    let mail = &settings.mail;
    let ses = match &mail.transport {
        MailTransport::Console => {
            return vec![Finding::note(MAIL, "printed where the site runs; SMTP_URL or MAIL_ENABLED=true sends it")];
        }
        MailTransport::Smtp(smtp) => return relay::look(smtp, settings).await,
        MailTransport::Ses(ses) => Ses::open(ses, &settings.app_name, &mail.sender).await,
    };
    let account = match ses.account().await {
        Ok(account) => account,
        Err(reason) => return vec![Finding::fault(MAIL, format!("SES does not say how the account stands: {reason}"))],
    };
    vec![sending(&account), sender(&ses, &mail.sender).await]
}

fn sending(account: &Account) -> Finding {
    if !account.sending {
        return Finding::fault(MAIL, "SES has paused sending for this account; its console says why");
    }
    let quota = format!(
        "{} a second, {} of {} in the last 24 hours",
        account.a_second,
        words::grouped(account.sent),
        words::emails(account.a_day)
    );
    if account.sandbox {
        let said =
            format!("SES answers, but the account is in the sandbox: only verified addresses get mail ({quota})");
        return Finding::note(MAIL, said);
    }
    Finding::ok(MAIL, format!("SES answers ({quota})"))
}

/// The address or its domain must be verified.
async fn sender(ses: &Ses, address: &str) -> Finding {
    let domain = Email::parse(address).ok().and_then(|email| Some(email.as_str().split_once('@')?.1.to_owned()));
    let mut said = Vec::new();
    for identity in [Some(address.to_owned()), domain].into_iter().flatten() {
        match ses.verified(&identity).await {
            Ok(true) => return Finding::ok(SENDER, format!("{identity} is verified")),
            Ok(false) => said.push(format!("{identity} is not verified")),
            Err(reason) => said.push(format!("{identity}: {reason}")),
        }
    }
    Finding::fault(SENDER, format!("MAIL_FROM cannot send: {}", said.join("; ")))
}
