use catalog::review as say;
use leptos::prelude::*;

use super::{locked::locked, mail::mail_outlook};
use crate::{
    api::{FinalizeEvent, action},
    components::{Banner, Field, Icon, Page, Problems, SafeTextarea, TextField, Tone, rich},
    domain::{event::EventStatus, ids::EventId},
    error::Obstacle,
    paths,
    server::{
        db::requests::Request,
        http::Visit,
        mail::{Letter, messages},
        services::{
            Done,
            allocation::{self as boards, Review},
            draft::forms,
        },
    },
    words,
};

/// The page before finalizing: what comes out, who is told what, and the button that says so.
pub async fn review(visit: Visit) -> Done<Page> {
    let event = visit.id("number", EventId::parse)?;
    show(&visit, event).await
}

async fn show(visit: &Visit, id: EventId) -> Done<Page> {
    let review = boards::review(&visit.site, visit.actor()?, id).await?;
    match review.status {
        EventStatus::Open => return Err(Obstacle::RequestsOpen.into()),
        EventStatus::Finalized => return Ok(locked(&review.event)),
        EventStatus::Canceled => return Err(Obstacle::Canceled.into()),
        EventStatus::Closed => {}
    }
    let draft = visit.draft(forms::FINALIZE).await?;
    let problems = Problems::of(draft.as_ref().map(|draft| &draft.refusal));
    let refused = draft.as_ref().map(|draft| words::refusal(&draft.refusal));
    let (line, why) = draft
        .map_or_else(|| (review.event.winners_line.clone(), String::new()), |draft| (draft.form.line, draft.form.why));
    let letters: Vec<Letter> = review
        .samples
        .iter()
        .filter_map(|(name, facts)| messages::preview(name, facts, &visit.site.settings).ok())
        .collect();
    let any_letters = !letters.is_empty();
    let samples = letters.into_iter().map(sample_mail).collect_view();
    let name = review.event.name.clone();
    let ready = review.objections.is_empty() && review.obstacle.is_none();
    let step = if ready {
        finalize_form(visit, &review, (line, why), &problems).into_any()
    } else {
        blocked(&review).into_any()
    };
    let body = view! {
        <p class="crumbs small"><a class="user-text" href=paths::event(id)>{name.clone()}</a>" · "<a href=paths::allocate(id)>{say::board()}</a></p>
        <h1 id="review-title" data-version=review.event.board_version>{say::title()}</h1>
        {refused.map(|text| view! { <Banner tone=Tone::Bad text=text/> })}
        {outcomes(&review)}
        {step}
        {(ready && any_letters).then(|| view! {
            <section>
                <div class="head"><h2>{say::preview()}</h2></div>
                <p class="small muted">{say::own_language()}</p>
                <div class="grid">{samples}</div>
            </section>
        })}
    };
    Ok(Page::new(say::page(name), body))
}

/// How many get what: the first choice, a smaller number, another, none.
fn outcomes(review: &Review) -> impl IntoView + use<> {
    let count = |which: fn(u32, &allocation::Tiers) -> bool| {
        review.requests.iter().filter(|r| r.allocated.is_some_and(|given| which(given, &r.tiers))).count()
    };
    let first = count(|given, tiers| given == tiers.first_choice());
    let smaller = count(|given, tiers| given > 0 && given != tiers.first_choice() && tiers.accepts(given));
    let other = count(|given, tiers| given > 0 && !tiers.accepts(given));
    let none = count(|given, _| given == 0);
    let outcome = |class: &'static str, count: usize, label: fn(usize) -> String| {
        (count > 0).then(
            || view! { <li class=class><b class="num">{words::number(count)}</b><span>{label(count)}</span></li> },
        )
    };
    let balance = words::balance(review.totals.given, review.event.tickets);
    view! {
        <section>
            <div class="head"><h2>{say::summary()}</h2></div>
            <p class="lead num">{balance}</p>
            <ul class="outcomes">
                {outcome("ok", first, say::get_first)}
                {outcome("ok", smaller, say::get_accepted)}
                {outcome("warn", other, say::get_other)}
                {outcome("", none, say::get_none)}
                {outcome("bad", review.totals.undecided, say::undecided)}
            </ul>
        </section>
    }
}

fn blocked(review: &Review) -> impl IntoView + use<> {
    let mut reasons: Vec<String> = Vec::new();
    if review.totals.undecided > 0 {
        reasons.push(say::still_undecided(review.totals.undecided));
    }
    reasons.extend(review.obstacle.map(|obstacle| words::obstacle(obstacle).to_owned()));
    reasons.extend(
        review.objections.iter().filter(|o| !o.field.starts_with("amount")).map(|o| words::problem(&o.problem)),
    );
    let reasons = reasons.into_iter().map(|reason| view! { <li>{reason}</li> }).collect_view();
    view! {
        <div class="errors" role="alert">
            <b>{say::not_ready()}</b>
            <ul>{reasons}</ul>
        </div>
        <p><a class="button" href=paths::allocate(review.event.id)>{say::back()}</a></p>
    }
}

fn finalize_form(
    visit: &Visit,
    review: &Review,
    (line, why): (String, String),
    problems: &Problems,
) -> impl IntoView + use<> {
    let line_error = problems.with("line");
    let everybody = review.everybody;
    let out = review.requests.len() as u64 - everybody;
    let changed = review.to_tell.len() as u64;
    let again = review.event.revision > 0;
    let sends = visit.site.settings.mail.transport.sends();
    let send = |value: &'static str, label: String, class: &'static str| {
        view! { <button class=class name="telling" value=value><Icon name="lock"/>{format!(" {label}")}</button> }
    };
    let to_changed = (changed > 0).then(|| {
        let label = if sends { say::email_changed(changed) } else { say::finalize().to_owned() };
        send("changed", label, "button")
    });
    let to_all = (again && everybody > changed).then(|| {
        let label = if sends { say::email_all(everybody) } else { say::finalize_all(everybody) };
        send("all", label, "button quiet")
    });
    let to_nobody = (changed == 0 || review.in_any_case < changed).then(|| {
        let label = match (review.in_any_case, sends) {
            (0, true) => say::email_no_one().to_owned(),
            (0, false) => say::finalize_silently().to_owned(),
            (told, true) => say::email_only(told),
            (told, false) => say::finalize_only(told),
        };
        send("nobody", label, if changed > 0 { "button quiet" } else { "button" })
    });
    let reason = review.needs_reason.then(|| {
        let hint = if sends { say::why_hint() } else { say::why_hint_unsent() };
        view! { <TextField id="why" label=say::why() hint=hint value=why problems=problems.clone() required=true/> }
    });
    let differs = review.requests.iter().any(|request| request.told != request.allocated);
    let explained = match (again, changed) {
        (_, 0) if differs => Some(say::only_deactivated()),
        (_, 0) => Some(say::no_one_changed()),
        (true, _) => sends.then(say::only_those_changed),
        (false, _) => sends.then(say::everyone),
    };
    let moved = (review.told_other_date > 0).then(
        || view! { <p class="small"><Icon name="calendar"/>" "{say::told_other_date(review.told_other_date)}</p> },
    );
    let explained = explained.map(|text| view! { <p class="small muted">{text}</p> });
    let counts_for_nobody = to_nobody.is_some() && changed > 0;
    let silently = counts_for_nobody.then(|| {
        view! { <p class="small muted">{say::counts_for_told()}</p> }
    });
    let wrong = line_error.is_some();
    let line_hint = if sends { say::line_hint() } else { say::line_hint_unsent() };
    view! {
        <form class="form panel gold" method="post" action={action::<FinalizeEvent>()}>
            <input type="hidden" name="event" value=review.event.id.get()/>
            <input type="hidden" name="version" value=review.event.board_version/>
            <Field id="line" label=say::line() hint=line_hint error=line_error>
                <SafeTextarea id="line" name="line" rows=2 value=line wrong=wrong described_by="line-hint line-error"/>
            </Field>
            {reason}
            {moved}
            {explained}
            {silently}
            {unreachable(visit, review)}
            {mail_outlook(visit, if again { everybody } else { changed }, 0)}
            {(out > 0).then(|| view! { <p class="small muted">{say::deactivated(out)}</p> })}
            <div class="actions">
                {to_changed}
                {to_all}
                {to_nobody}
                <a class="button quiet" href=paths::allocate(review.event.id)>{say::back()}</a>
            </div>
        </form>
    }
}

/// Whom of those that would be told emails do not reach.
fn unreachable(visit: &Visit, review: &Review) -> impl IntoView + use<> {
    let told = |request: &&Request| request.failing && review.to_tell.contains(&request.person);
    let names: Vec<_> = review.requests.iter().filter(told).map(|request| request.name.clone()).collect();
    let any = visit.site.settings.mail.transport.sends() && !names.is_empty();
    let (count, of) = (names.len(), review.to_tell.len());
    any.then(|| {
        let names = view! { <span class="user-text">{names.join(", ")}</span> }.into_any();
        view! { <p class="small">{rich([names], |[names]| say::unreachable(of, count, names))}</p> }
    })
}

fn sample_mail(letter: Letter) -> impl IntoView {
    view! {
        <article class="sample-mail">
            <header><b class="user-text">{letter.subject}</b></header>
            <pre class="body user-text">{letter.text}</pre>
        </article>
    }
}
