use super::{
    Browser, SignedIn,
    code::{self, Guess, Tried},
    note::note,
    session::{Way, start_session},
};
use crate::{
    domain::deed::Deed,
    error::Obstacle,
    paths,
    server::{
        auth::{Code, Secret},
        config::LoginUnbound,
        db::{
            audit::Entry,
            people,
            sign_in::{self, LiveLink, Purpose, Spend},
        },
        services::{Done, Refused},
        site::Site,
    },
};

/// Spends a sign-in link and starts a session.
///
/// Spending is one conditional update: of any number of redemptions at once, one gets a session. Redeemed in the
/// browser that asked, the person's other pairs are void. Redeemed elsewhere they stay, and so does this link's own code,
/// so that someone who pressed the button in place of the person has not locked them out.
///
/// With `LOGIN_UNBOUND=code` a mailed link wants the code of its mail in every browser but the one that asked.
///
/// # Errors
/// [`Obstacle::LinkSpent`] for a link that is used, expired, void, garbled, or whose person is not active; a code that is
/// missing or wrong where one is wanted.
pub async fn redeem(site: &Site, token: &str, typed: &str, browser: &Browser) -> Done<SignedIn> {
    let token = Secret::presented(token).ok_or(Obstacle::LinkSpent)?;
    let Some(link) = sign_in::find_live(site.db.read(), &token.hash(), site.now()).await? else {
        note_spent(site, &token, browser).await?;
        return Err(Obstacle::LinkSpent.into());
    };
    let bound = link.asked_by(browser.binding.as_ref());
    let with_code = wants_code(site, &link, bound);
    let way = match (bound, link.purpose) {
        (true, _) => Way::Link,
        (false, Purpose::Command) => Way::Command,
        (false, Purpose::SignIn | Purpose::Welcome) if with_code => Way::Code,
        (false, Purpose::SignIn | Purpose::Welcome) => Way::LinkElsewhere,
    };
    if with_code {
        let typed = code::read(typed).map_err(|problem| Refused::field("code", problem))?;
        code_of_the_same_mail(site, &link, &typed, browser).await?;
    }
    let how = if bound || with_code { Spend::LinkAndCode } else { Spend::LinkOnly };
    sign_in_with(site, link, how, way, browser).await
}

/// Whether this link is worth nothing here without its code.
pub(super) fn wants_code(site: &Site, link: &LiveLink, bound: bool) -> bool {
    !bound && link.purpose != Purpose::Command && site.settings.login_unbound == LoginUnbound::Code
}

async fn code_of_the_same_mail(site: &Site, link: &LiveLink, typed: &Code, browser: &Browser) -> Done {
    let attempt = link.attempt.as_ref().ok_or(Obstacle::LinkSpent)?;
    match code::try_one(site, attempt, std::slice::from_ref(link), typed, (browser, Guess::WithLink)).await? {
        Tried::Right(_) => Ok(()),
        Tried::Wrong(problem) => Err(Refused::field("code", problem)),
    }
}

/// Spends a pair, voids the others where that is due, starts the session: one transaction.
pub(super) async fn sign_in_with(
    site: &Site,
    link: LiveLink,
    how: Spend,
    way: Way,
    browser: &Browser,
) -> Done<SignedIn> {
    let now = site.now();
    let tx = site.db.write_tx().await?;
    people::lock(&tx, link.person.id).await?;
    if !sign_in::spend(&tx, link.id, how, now).await? {
        return Err(Obstacle::LinkSpent.into());
    }
    if matches!(way, Way::Link | Way::Code) {
        sign_in::void_others(&tx, link.person.id, link.id, now).await?;
    }
    let (session, known) = start_session(site, &tx, &link.person, browser, way).await?;
    tx.commit().await?;
    site.mail_waits.notify_one();
    let next = link.attempt.map_or_else(|| paths::DASHBOARD.to_owned(), |attempt| attempt.next);
    Ok(SignedIn { session, known, next })
}

/// Notes that a link of someone's was tried that no longer works. What was never a link of ours leaves no note.
async fn note_spent(site: &Site, token: &Secret, browser: &Browser) -> Done {
    let tx = site.db.write_tx().await?;
    if let Some(person) = sign_in::owner_of(&tx, &token.hash()).await? {
        note(site, &tx, browser, Entry::of(Deed::SignInSpentLink).about(person)).await?;
    }
    Ok(tx.commit().await?)
}
