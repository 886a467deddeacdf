use super::{Browser, SignedIn, redeem::sign_in_with, session::Way};
use crate::{
    domain::{deed::Deed, typed::Problem},
    server::{
        auth::Code,
        db::{
            attempts::{self, Attempt},
            audit::{self, Entry},
            sign_in::{self, LiveLink, Spend},
        },
        services::{
            Done, Refused,
            limit::{Limit, within},
        },
        site::Site,
    },
};

/// How many codes can be tried after one asking.
pub const TRIES: u32 = 5;

/// How many pairs of one person live at a time.
pub const LIVE_PAIRS: u8 = 3;

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
/// A code that is no code; one that is wrong, run out or used, with the number of tries left; a browser that asked for
/// nothing.
pub async fn redeem_code(site: &Site, typed: &str, browser: &Browser) -> Done<SignedIn> {
    let refused = |problem| Refused::field("code", problem);
    let code = read(typed).map_err(refused)?;
    let Some(binding) = &browser.binding else { return Err(refused(Problem::AskedElsewhere)) };
    let latest = attempts::latest_of(site.db.read(), &binding.hash()).await?;
    let Some(attempt) = latest else { return Err(refused(Problem::AskedElsewhere)) };
    let links = sign_in::find_by_binding(site.db.read(), &binding.hash(), u64::from(LIVE_PAIRS), site.now()).await?;
    let known = browser.known.as_ref().filter(|known| known.vouches_for(&attempt.email, &site.settings));
    let limit = known.map_or(Limit::Codes(&attempt.email), |known| Limit::CodesWhereKnown(known.nonce()));
    match try_one(site, &attempt, &links, &code, (browser, Some(limit))).await? {
        Tried::Right(link) => sign_in_with(site, *link, Spend::Code, Way::Code, browser).await,
        Tried::Wrong(problem) => Err(refused(problem)),
    }
}

/// Tries a code against these pairs, within a limit if there is one; a try of the attempt is used up whatever comes out.
pub(super) async fn try_one(
    site: &Site,
    attempt: &Attempt,
    links: &[LiveLink],
    code: &Code,
    (browser, limit): (&Browser, Option<Limit<'_>>),
) -> Done<Tried> {
    let tx = site.db.write_tx().await?;
    let counted = attempts::count_try(&tx, attempt.id, TRIES).await?;
    let admitted = match limit {
        Some(limit) if counted => within(site, &tx, limit).await?,
        _ => counted,
    };
    tx.commit().await?;
    if !admitted {
        return Ok(Tried::Wrong(Problem::NoMoreTries));
    }
    let hashes: Vec<_> = links.iter().map(|link| link.code_hash(site.now())).collect();
    let found = code.position(&hashes, usize::from(LIVE_PAIRS), &site.settings.secret_key).await;
    if let Some(link) = found.and_then(|place| links.get(place)) {
        return Ok(Tried::Right(Box::new(link.clone())));
    }
    note_wrong(site, links, browser).await?;
    let left = TRIES.saturating_sub(attempt.tries + 1);
    Ok(Tried::Wrong(if left == 0 { Problem::NoMoreTries } else { Problem::WrongCode { left } }))
}

async fn note_wrong(site: &Site, links: &[LiveLink], browser: &Browser) -> Done {
    let tx = site.db.write_tx().await?;
    if within(site, &tx, Limit::RefusedSignIns(&browser.client)).await? {
        let person = links.first().map(|link| link.person.id);
        let entry = Entry { person, ..Entry::of(Deed::SignInWrongCode) }.from(&browser.client);
        audit::note(&tx, site.now(), entry).await?;
    }
    Ok(tx.commit().await?)
}
