//! How often things may be done, by whom: one table. Limits stand in the database and hold for all instances together.
//!
//! A valid link is never limited. Where someone has signed in before, others keep them neither from asking nor from their
//! code; elsewhere others can use up the codes of an account, and the link of the same mail still works.
//!
//! What is limited by client is limited for the wider networks around an IPv6 client too, with twice and four times as
//! much: whoever was given a /48 has 65,536 of the networks that count as one client.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::{
    domain::ids::{PersonId, SessionId},
    server::{
        auth::Client,
        db::{
            ConnectionTrait, DbErr, WriteTx,
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
    /// Wrong codes for one address on one day (UTC), without the link that came with them.
    WrongCodes(&'a str),
    /// The same in a browser that has signed in there before, by what tells it from others.
    WrongCodesWhereKnown(&'a str),
    /// Asking for another address of one's own.
    AddressChanges(PersonId),
    /// Changing something, in one session.
    Changes(SessionId),
    /// Naming by address who is to have one's tickets.
    Receivers(PersonId),
    /// Sending oneself a test message.
    TestMessages(PersonId),
    /// Sending one person links to sign in with, by admins.
    LinksTo(PersonId),
    /// Having a refused form kept: in a session, or else from one client.
    Drafts(Option<SessionId>, &'a Client),
    /// What is kept of the refused forms of a person, in whichever session, in KiB.
    KeptOf(PersonId),
    /// What is kept of the refused forms of everyone who is signed in at one client, an office perhaps, in KiB.
    KeptFrom(&'a Client),
    /// What is kept of the refused forms of those at one client who are not signed in, in KiB.
    KeptFromStrangers(&'a Client),
    /// Reporting what the content security policy blocked, from one client.
    Reports(&'a Client),
    /// Posting what another service would have signed, and did not, from one client.
    Hooks(&'a Client),
    /// Notes about links that no longer work and codes that are wrong, from one client.
    RefusedSignIns(&'a Client),
    /// The same from all clients together: what nobody in particular does cannot fill the database.
    AllRefusedSignIns,
    /// Notes that more of them were left out.
    RefusedSignInsLeftOut,
}

/// How many wrong codes are tried for an account on one day, of a hundred million that there are: in a year, guessing all
/// day long finds one of 13,700 accounts.
const WRONG_CODES: i64 = 20;
const DAY: TimeDelta = TimeDelta::days(1);

impl<'a> Limit<'a> {
    fn quota(self, now: DateTime<Utc>) -> Quota {
        let (at_once, every) = match self {
            Self::AskingFrom(_) | Self::Drafts(..) => (60, TimeDelta::seconds(2)),
            Self::AskingForFrom(..) => (3, TimeDelta::minutes(5)),
            Self::TestMessages(_) => (5, TimeDelta::minutes(1)),
            Self::AskingFor(_) => (10, TimeDelta::minutes(6)),
            // None comes back before the day is over, and the next day has a limit of its own.
            Self::WrongCodes(_) | Self::WrongCodesWhereKnown(_) => (WRONG_CODES, DAY),
            Self::AddressChanges(_) | Self::Receivers(_) => (5, TimeDelta::minutes(12)),
            Self::LinksTo(_) => (5, TimeDelta::minutes(5)),
            Self::Changes(_) => (120, TimeDelta::milliseconds(500)),
            // Whole again after ten minutes, as long as a form is kept: four of the longest boards, sixteen, and one of the
            // shorter forms eight times.
            Self::KeptOf(_) => (4 * 1024, TimeDelta::milliseconds(146)),
            Self::KeptFrom(_) => (16 * 1024, TimeDelta::milliseconds(36)),
            Self::KeptFromStrangers(_) => (512, TimeDelta::milliseconds(1_171)),
            Self::Reports(_) | Self::Hooks(_) | Self::RefusedSignIns(_) => (20, TimeDelta::minutes(1)),
            Self::AllRefusedSignIns => (100, TimeDelta::minutes(5)),
            Self::RefusedSignInsLeftOut => (1, TimeDelta::minutes(1)),
        };
        let of_a_day = matches!(self, Self::WrongCodes(_) | Self::WrongCodesWhereKnown(_));
        let over = of_a_day.then(|| (now.date_naive() + DAY).and_time(chrono::NaiveTime::MIN).and_utc());
        Quota { at_once, every, over }
    }

    /// From where it comes, where that is what is limited.
    const fn client(self) -> Option<&'a Client> {
        match self {
            Self::AskingFrom(client)
            | Self::AskingForFrom(_, client)
            | Self::Drafts(None, client)
            | Self::Reports(client)
            | Self::Hooks(client)
            | Self::RefusedSignIns(client) => Some(client),
            _ => None,
        }
    }

    /// What names it in the database, once hashed: for a network on a day.
    fn subject(self, network: &str, today: NaiveDate) -> String {
        match self {
            Self::AskingFrom(_) => format!("asking from\n{network}"),
            Self::AskingForFrom(email, _) => format!("asking for from\n{email}\n{network}"),
            Self::AskingFor(email) => format!("asking for\n{email}"),
            Self::WrongCodes(email) => format!("wrong codes\n{email}\n{today}"),
            Self::WrongCodesWhereKnown(nonce) => format!("wrong codes where known\n{nonce}\n{today}"),
            Self::AddressChanges(person) => format!("address changes\n{person}"),
            Self::Receivers(person) => format!("receivers\n{person}"),
            Self::Changes(session) => format!("changes\n{session}"),
            Self::TestMessages(person) => format!("test messages\n{person}"),
            Self::LinksTo(person) => format!("links to\n{person}"),
            Self::Drafts(Some(session), _) => format!("drafts\n{session}"),
            Self::Drafts(None, _) => format!("drafts from\n{network}"),
            Self::KeptOf(person) => format!("kept of\n{person}"),
            Self::KeptFrom(client) => format!("kept from\n{client}"),
            Self::KeptFromStrangers(client) => format!("kept from strangers\n{client}"),
            Self::Reports(_) => format!("reports\n{network}"),
            Self::Hooks(_) => format!("hooks\n{network}"),
            Self::RefusedSignIns(_) => format!("refused sign-ins\n{network}"),
            Self::AllRefusedSignIns => "all refused sign-ins".to_owned(),
            Self::RefusedSignInsLeftOut => "refused sign-ins left out".to_owned(),
        }
    }
}

/// Takes one from a limit; says whether there was one to take. What one client is refused takes nothing from the networks
/// around it.
pub async fn within(site: &Site, tx: &WriteTx, limit: Limit<'_>) -> Result<bool, DbErr> {
    let now = site.now();
    let mut quota = limit.quota(now);
    let own = limit.client().map_or("", Client::as_str);
    if !limits::take(tx, key(site, limit, own), quota, 1, now).await? {
        return Ok(false);
    }
    for network in limit.client().map(Client::wider).unwrap_or_default() {
        quota = Quota { at_once: quota.at_once * 2, every: quota.every / 2, ..quota };
        if !limits::take(tx, key(site, limit, &network), quota, 1, now).await? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// How many are left to take from a limit that is not about a client, without taking one.
pub async fn left(site: &Site, c: &impl ConnectionTrait, limit: Limit<'_>) -> Result<i64, DbErr> {
    limits::left(c, &key(site, limit, ""), limit.quota(site.now()), site.now()).await
}

/// Puts back one that was taken from a limit that is not about a client: it was not what is limited after all.
pub async fn give_back(site: &Site, tx: &WriteTx, limit: Limit<'_>) -> Result<(), DbErr> {
    limits::give_back(tx, &key(site, limit, ""), limit.quota(site.now())).await
}

/// Takes so many at once from a limit, of the client alone; says whether there were so many to take. More than the whole limit
/// there never are.
pub async fn many_within(site: &Site, tx: &WriteTx, limit: Limit<'_>, many: i64) -> Result<bool, DbErr> {
    let now = site.now();
    limits::take(tx, key(site, limit, ""), limit.quota(now), many, now).await
}

/// What names a limit in the database: no address and no network stands there.
fn key(site: &Site, limit: Limit<'_>, network: &str) -> String {
    site.settings.secret_key.mac("limit", &limit.subject(network, site.now().date_naive()))
}

/// The same in a transaction of its own.
pub async fn within_alone(site: &Site, limit: Limit<'_>) -> Done<bool> {
    let act = Act::unattended(site).await?;
    let within = within(site, &act.tx, limit).await?;
    act.commit().await?;
    Ok(within)
}
