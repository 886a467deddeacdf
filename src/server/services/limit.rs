//! How often things may be done, by whom: one table. Limits stand in the database and hold for all instances together.
//!
//! A valid link is never limited. Where someone has signed in before, others keep them neither from asking nor from their
//! code; elsewhere others can use up the codes of an account, and the link of the same mail still works.

use chrono::TimeDelta;

use crate::{
    domain::ids::{PersonId, SessionId},
    server::{
        auth::Client,
        db::{
            DbErr, WriteTx,
            limits::{self, Quota},
        },
        services::{Act, Done},
        site::Site,
    },
};

/// What is limited.
#[derive(Clone, Copy, Debug)]
pub enum Limit<'a> {
    /// Asking for a link from one client, an office perhaps.
    AskingFrom(&'a Client),
    /// Asking for one address from one client.
    AskingForFrom(&'a str, &'a Client),
    /// Asking for one address. Browsers that have signed in there before are exempt.
    AskingFor(&'a str),
    /// Trying codes for one address, without the link that came with them.
    Codes(&'a str),
    /// The same in a browser that has signed in there before, by what tells it from others.
    CodesWhereKnown(&'a str),
    /// Asking for another address of one's own.
    AddressChanges(PersonId),
    /// Changing something, in one session.
    Changes(SessionId),
    /// Sending oneself a test message.
    TestMessages(PersonId),
    /// Having a refused form kept: in a session, or else from one client.
    Drafts(Option<SessionId>, &'a Client),
    /// Reporting what the content security policy blocked, from one client.
    Reports(&'a Client),
    /// Notes about links that no longer work and codes that are wrong, from one client.
    RefusedSignIns(&'a Client),
}

impl Limit<'_> {
    const fn quota(self) -> Quota {
        let (at_once, every) = match self {
            Self::AskingFrom(_) | Self::Drafts(..) => (60, TimeDelta::seconds(2)),
            Self::AskingForFrom(..) => (3, TimeDelta::minutes(5)),
            Self::TestMessages(_) => (5, TimeDelta::minutes(1)),
            Self::AskingFor(_) => (10, TimeDelta::minutes(6)),
            Self::Codes(_) | Self::CodesWhereKnown(_) => (30, TimeDelta::minutes(2)),
            Self::AddressChanges(_) => (5, TimeDelta::minutes(12)),
            Self::Changes(_) => (120, TimeDelta::milliseconds(500)),
            Self::Reports(_) | Self::RefusedSignIns(_) => (20, TimeDelta::minutes(1)),
        };
        Quota { at_once, every }
    }

    /// What names it in the database, once hashed.
    fn subject(self) -> String {
        match self {
            Self::AskingFrom(client) => format!("asking from\n{client}"),
            Self::AskingForFrom(email, client) => format!("asking for from\n{email}\n{client}"),
            Self::AskingFor(email) => format!("asking for\n{email}"),
            Self::Codes(email) => format!("codes\n{email}"),
            Self::CodesWhereKnown(nonce) => format!("codes where known\n{nonce}"),
            Self::AddressChanges(person) => format!("address changes\n{person}"),
            Self::Changes(session) => format!("changes\n{session}"),
            Self::TestMessages(person) => format!("test messages\n{person}"),
            Self::Drafts(Some(session), _) => format!("drafts\n{session}"),
            Self::Drafts(None, client) => format!("drafts from\n{client}"),
            Self::Reports(client) => format!("reports\n{client}"),
            Self::RefusedSignIns(client) => format!("refused sign-ins\n{client}"),
        }
    }
}

/// Takes one from a limit; says whether there was one to take.
pub async fn within(site: &Site, tx: &WriteTx, limit: Limit<'_>) -> Result<bool, DbErr> {
    let key = site.settings.secret_key.mac("limit", &limit.subject());
    limits::take(tx, key, limit.quota(), site.now()).await
}

/// The same in a transaction of its own.
pub async fn within_alone(site: &Site, limit: Limit<'_>) -> Done<bool> {
    let act = Act::unattended(site).await?;
    let within = within(site, &act.tx, limit).await?;
    act.commit().await?;
    Ok(within)
}
