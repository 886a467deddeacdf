use allocation::{
    DrawNumber, RequestList, Rule,
    beacon::{Round, Signature},
    opened, write_plan,
};
use chrono::TimeDelta;
use serde_json::json;

use super::{
    commit::secret,
    keep::{Kept, keep},
};
use crate::{
    domain::{deed::Deed, draw::RoundForm, event::EventStatus, ids::EventId, typed::Problem},
    error::Obstacle,
    server::{
        auth::{Action, Actor},
        beacon::Published,
        db::{
            audit::Entry,
            draw_plans::{self, DrawPlan, NewPlan},
            events::{self, Awaited},
            held::{Held, hold_unattended},
            requests,
        },
        services::{Act, Done, Fault, Refused, statements::NewStatement},
        site::Site,
    },
};

/// How long before its round a draw must be settled: nobody has the round yet, even where clocks differ a little.
const AHEAD: TimeDelta = TimeDelta::seconds(30);

/// A draw as it is settled: everything but the code and the round.
pub struct Settled {
    pub list: RequestList,
    pub rule: Rule,
    pub number: DrawNumber,
    pub reason: String,
}

/// Settles a draw: rule, list and pins are published, and the round that will be taken. It is the one named for the event,
/// as long as that has not come; otherwise the first one to come.
pub async fn settle(act: &mut Act<'_>, event: &Held, actor: &Actor, settled: Settled) -> Done {
    let chain = &act.site.beacon.chain;
    let secret = secret(act, event).await?;
    let soon = chain.at_or_after((act.now + AHEAD).timestamp_millis());
    let round = event.named_round(chain).max(soon);
    let Settled { list, rule, number, reason } = settled;
    let plan = NewPlan {
        number: number.get().into(),
        rule,
        reason,
        tickets: list.tickets(),
        file: write_plan(&list, rule, secret.commitment(), number, chain.hash, round),
        round,
        at: act.now,
        by: actor.person,
    };
    let statement = NewStatement::plan(event, &list, &plan, chain);
    draw_plans::insert(&act.tx, event, plan).await?;
    events::set_awaited(&act.tx, event, Some(Awaited { round, rule })).await?;
    act.state(statement);
    let details = json!({ "draw": number.get(), "rule": rule.to_string(), "digest": list.digest().to_string(), "round": round.get() });
    act.note(Entry::of(Deed::DrawPlan).on(event.id).with(details));
    Ok(())
}

/// Makes the draws whose round has come, with what the beacon's hosts answer. Returns how many. One that no host answers for
/// waits on; so does one that cannot be made, and keeps no other from being made.
pub async fn draw_due(site: &Site) -> Done<u64> {
    let mut made = 0;
    if site.beacon.hosts.is_empty() {
        return Ok(made);
    }
    for plan in draw_plans::all_waiting(site.db.read()).await? {
        if site.beacon.instant(plan.round) > site.now() {
            continue;
        }
        // Nothing is locked while hosts are asked.
        let Some(signature) = site.beacon.fetch(plan.round).await else { continue };
        match make_planned(site, &plan, signature).await {
            Ok(done) => made += u64::from(done),
            Err(why) => tracing::error!(event = %plan.event, %why, "a draw that waits could not be made"),
        }
    }
    Ok(made)
}

/// Makes the draw of a plan, if it still waits.
async fn make_planned(site: &Site, plan: &DrawPlan, signature: Signature) -> Done<bool> {
    let mut act = Act::unattended(site).await?;
    let event = hold_unattended(&act.tx, plan.event).await?.filter(|event| event.deleted_at.is_none());
    let Some(event) = event else { return Ok(false) };
    let made = make_waiting(&mut act, &event, |waiting| Ok((waiting.id == plan.id).then_some(signature))).await?;
    if made {
        act.commit().await?;
    }
    Ok(made)
}

/// Makes the draw that waits, with a round that an organizer looked up: for a site that reaches no beacon. A signature that
/// fits proves that the round has come, whatever this site's clock says.
///
/// # Errors
/// No draw that waits; a text that is no signature, or that of another round.
pub async fn paste_round(site: &Site, actor: &Actor, id: EventId, form: &RoundForm) -> Done {
    let mut act = Act::by(site, actor).await?;
    let event = act.event(id, Action::RunEvent).await?;
    event.must_be(EventStatus::Closed, act.now)?;
    let made = make_waiting(&mut act, &event, |plan| {
        let signature = pasted(&form.signature, plan.round).map_err(|why| Refused::field("signature", why))?;
        let of_round = site.beacon.chain.verify(plan.round, &signature);
        if of_round.is_ok() && site.beacon.instant(plan.round) > site.now() {
            tracing::error!(event = %id, round = %plan.round, "the round came before its time: this site's clock is behind");
        }
        let wrong = |_| Refused::field("signature", Problem::NotOfThisRound { round: plan.round.get() });
        of_round.map(|_| Some(signature)).map_err(wrong)
    });
    if !made.await? {
        return Err(Obstacle::DrawWaitsNoMore.into());
    }
    act.commit().await
}

/// A signature, or everything that a host answers for a round.
fn pasted(text: &str, round: Round) -> Result<Signature, Problem> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Problem::Missing);
    }
    let seen = || Problem::NotASignature { seen: text.chars().take(40).collect() };
    if !text.starts_with('{') {
        return Signature::parse(&text.to_ascii_lowercase()).ok_or_else(seen);
    }
    let published: Published = serde_json::from_str(text).map_err(|_| seen())?;
    if published.round != round.get() {
        return Err(Problem::OtherRound { seen: published.round, round: round.get() });
    }
    Signature::parse(&published.signature).ok_or_else(seen)
}

/// Makes the draw that waits for an event, with the signature that is found for it. Returns whether one was made.
async fn make_waiting(
    act: &mut Act<'_>,
    event: &Held,
    signature: impl FnOnce(&DrawPlan) -> Done<Option<Signature>>,
) -> Done<bool> {
    let Some(plan) = draw_plans::waiting(&act.tx, event.id).await? else { return Ok(false) };
    let Some(signature) = signature(&plan)? else { return Ok(false) };
    let secret = secret(act, event).await?;
    let number = DrawNumber::new(plan.number.into()).ok_or(Obstacle::NoCodesLeft)?;
    let draw = opened(&plan.file, secret.code(number), signature, &act.site.beacon.chain)
        .map_err(|why| Fault::Record { event: event.id, why })?;
    let requests = requests::of_event(&act.tx, event.id).await?;
    keep(act, event, draw, Kept { requests, reason: plan.reason, by: plan.by }).await?;
    events::set_awaited(&act.tx, event, None).await?;
    Ok(true)
}

/// Calls off what waits, where requests are opened again or the event does not take place.
pub async fn call_off(act: &Act<'_>, event: &Held) -> Done {
    if draw_plans::call_off(&act.tx, event, act.now).await? {
        events::set_awaited(&act.tx, event, None).await?;
    }
    Ok(())
}
