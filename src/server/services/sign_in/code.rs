use super::{Browser, SignedIn, note::note, redeem::sign_in_with, session::Way};
use crate::{
    domain::{deed::Deed, typed::Problem},
    server::{
        auth::Code,
        db::{
            DbErr,
            attempts::{self, Attempt, Holds},
            audit::Entry,
            sign_in::{self, LiveLink, Spend},
        },
        services::{
            Done, Refused,
            limit::{Limit, give_back, left, within},
        },
        site::Site,
    },
};

/// How many codes can be tried after one asking: in the browser that asked, and with the link, so many each.
pub const TRIES: u32 = 5;

/// How many pairs of one person live at a time.
pub const LIVE_PAIRS: u8 = 3;

/// What counts when a code is tried.
#[derive(Clone, Copy, Debug)]
pub(super) enum Guess<'a> {
    /// The browser that asked has so many wrong ones a day, together with all others of its kind.
    WhereAsked(Limit<'a>),
    /// Whoever has the link of the same email has tries of their own. Nobody else uses them up: anyone can ask in someone's
    /// name, and guess, but not read the email.
    WithLink,
}

impl Guess<'_> {
    const fn holds(self) -> Holds {
        match self {
            Self::WhereAsked(_) => Holds::Binding,
            Self::WithLink => Holds::Link,
        }
    }

    const fn limit(&self) -> Option<Limit<'_>> {
        match self {
            Self::WhereAsked(limit) => Some(*limit),
            Self::WithLink => None,
        }
    }
}

/// What trying a code gave.
#[derive(Debug)]
pub(super) enum Tried {
    /// It is the code of this pair.
    Right(Box<LiveLink>),
    Wrong(Problem),
}

/// Reads what was typed as a code.
pub(in crate::server::services) fn read(typed: &str) -> Result<Code, Problem> {
    if typed.trim().is_empty() {
        return Err(Problem::Missing);
    }
    Code::presented(typed).ok_or(Problem::NotACode)
}

/// Signs in by the code of an email, in the browser that asked for it.
///
/// The try is counted and committed first, then the code is hashed, then the pair is redeemed: whoever asks in parallel or
/// breaks off has used their tries all the same. For an address that nobody has, everything runs as for one that
/// someone has.
///
/// # Errors
/// A code that is no code; one that is wrong, run out or used, with the number of tries left; too many wrong ones on one
/// day; a browser that asked for nothing.
pub async fn redeem_code(site: &Site, typed: &str, browser: &Browser) -> Done<SignedIn> {
    let refused = |problem| Refused::field("code", problem);
    let code = read(typed).map_err(refused)?;
    let Some(binding) = &browser.binding else { return Err(refused(Problem::AskedElsewhere)) };
    let latest = attempts::latest_of(site.db.read(), &binding.hash()).await?;
    let Some(attempt) = latest else { return Err(refused(Problem::AskedElsewhere)) };
    let links = sign_in::find_by_binding(site.db.read(), &binding.hash(), u64::from(LIVE_PAIRS), site.now()).await?;
    let guess = Guess::WhereAsked(limit(site, browser, &attempt.email).await?);
    match try_one(site, &attempt, &links, &code, (browser, guess)).await? {
        Tried::Right(link) => sign_in_with(site, *link, Spend::Code, Way::Code, browser).await,
        Tried::Wrong(problem) => Err(refused(problem)),
    }
}

/// How many wrong codes there may be: those of a browser that has signed in there before count apart.
async fn limit<'a>(site: &Site, browser: &'a Browser, email: &'a str) -> Done<Limit<'a>> {
    let known = browser.known_for(site, email).await?;
    Ok(known.map_or(Limit::WrongCodes(email), |known| Limit::WrongCodesWhereKnown(known.nonce())))
}

/// Whether no more codes are tried for an address today, so that only the link of an email signs in. A browser that has
/// signed in there before may have some left.
pub async fn codes_are_used_up(site: &Site, email: &str) -> Result<bool, DbErr> {
    Ok(left(site, site.db.read(), Limit::WrongCodes(email)).await? == 0)
}

/// The same for a browser.
pub async fn codes_are_used_up_for(site: &Site, browser: &Browser, email: &str) -> Done<bool> {
    let limit = limit(site, browser, email).await?;
    Ok(left(site, site.db.read(), limit).await? == 0)
}

/// Tries a code against these pairs; a try of the attempt is used up whatever comes out, one of the day only if it is wrong.
pub(super) async fn try_one(
    site: &Site,
    attempt: &Attempt,
    links: &[LiveLink],
    code: &Code,
    (browser, guess): (&Browser, Guess<'_>),
) -> Done<Tried> {
    let tx = site.db.write_tx().await?;
    let counted = attempts::count_try(&tx, attempt.id, guess.holds(), TRIES).await?;
    let today = match guess.limit() {
        Some(limit) if counted => within(site, &tx, limit).await?,
        _ => true,
    };
    tx.commit().await?;
    if !counted || !today {
        return Ok(Tried::Wrong(if counted { Problem::OnlyByLink } else { Problem::NoMoreTries }));
    }
    let hashes: Vec<_> = links.iter().map(|link| link.code_hash(site.now())).collect();
    let found = code.position(&hashes, &site.settings.secret_key).await;
    let tx = site.db.write_tx().await?;
    if let Some(link) = found.and_then(|place| links.get(place)) {
        if let Some(limit) = guess.limit() {
            give_back(site, &tx, limit).await?;
        }
        tx.commit().await?;
        return Ok(Tried::Right(Box::new(link.clone())));
    }
    let person = links.first().map(|link| link.person.id);
    note(site, &tx, browser, Entry { person, ..Entry::of(Deed::SignInWrongCode) }).await?;
    let today = match guess.limit() {
        Some(limit) => left(site, &tx, limit).await?,
        None => i64::MAX,
    };
    tx.commit().await?;
    let tried = if guess.holds() == Holds::Link { attempt.link_tries } else { attempt.tries };
    Ok(Tried::Wrong(still(TRIES.saturating_sub(tried + 1), today)))
}

/// What is wrong with a code after which so many more can be tried with this email, and so many more today.
fn still(left: u32, today: i64) -> Problem {
    match (left, u32::try_from(today).unwrap_or(u32::MAX)) {
        (_, 0) => Problem::OnlyByLink,
        (0, _) => Problem::NoMoreTries,
        (left, today) => Problem::WrongCode { left: left.min(today) },
    }
}
