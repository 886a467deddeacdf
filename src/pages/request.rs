mod choose;
mod numbers;
mod recorded;
mod removal;

use catalog::request as say;
use leptos::prelude::*;

pub use self::choose::request_for;
use self::{
    numbers::numbers,
    recorded::recorded,
    removal::{removal_form, withdraw_form},
};
use crate::{
    api::{SaveRequest, action},
    components::{Banner, Field, Page, Problems, SafeTextarea, Tone, rich},
    domain::{
        event::{EventStatus, Visibility},
        ids::{EventId, PersonId},
        request::RequestForm,
    },
    error::{Obstacle, Refusal},
    paths,
    server::{
        http::Visit,
        services::{
            Done,
            draft::forms,
            request::{self as requests, RequestPage},
        },
    },
    words,
};

/// Notes up to this many bytes are shown at once, longer ones when asked for.
const SHORT_NOTES: usize = 300;

/// My own request.
pub async fn request(visit: Visit) -> Done<Page> {
    let event = visit.id("number", EventId::parse)?;
    let person = visit.actor()?.person;
    show(&visit, event, person).await
}

/// Someone's request, for who runs the event.
pub async fn request_of(visit: Visit) -> Done<Page> {
    let (event, person) = (visit.id("number", EventId::parse)?, visit.id("person", PersonId::parse)?);
    show(&visit, event, person).await
}

async fn show(visit: &Visit, event: EventId, person: PersonId) -> Done<Page> {
    let actor = visit.actor()?;
    let own = actor.person == person;
    let sought = if own { String::new() } else { visit.query("q").unwrap_or_default() };
    let page = requests::read(&visit.site, actor, event, person, &sought).await?;
    let kept = visit.any_draft().await?;
    let draft = kept.as_ref().and_then(|kept| kept.of::<_, Refusal>(forms::REQUEST));
    let removal = kept.as_ref().and_then(|kept| kept.of::<_, Refusal>(forms::REMOVAL));
    let problems = Problems::of(draft.as_ref().map(|draft| &draft.refusal));
    let removing = Problems::of(removal.as_ref().map(|removal| &removal.refusal));
    let refused = draft.as_ref().map(|draft| &draft.refusal).or(removal.as_ref().map(|removal| &removal.refusal));
    let refused = refused.map(words::refusal);
    let reason = removal.map(|removal| removal.form.reason).unwrap_or_default();
    let stands = stands(&page);
    let form = draft.map_or_else(|| start(&page, own), |draft| draft.form);
    let begun = (!stands && !form.tiers.is_empty() && refused.is_none()).then(|| match (page.request.is_some(), own) {
        (true, true) => say::from_withdrawn(),
        (true, false) => say::from_withdrawn_they(),
        (false, _) => say::from_last(),
    });
    let (title, zone) = (title(&page, own), page.event.schedule.zone);
    let body = if page.may_save {
        let sends = visit.site.settings.mail.transport.sends();
        let withdraw = stands.then(|| {
            if own {
                withdraw_form(event).into_any()
            } else {
                removal_form(event, person, reason, &removing, sends).into_any()
            }
        });
        let begins = Begins { visit, person, own, sought, begun, problems };
        view! {
            {to_fill_in(&page, form, begins)}
            {from_organizer(&page)}
            {(own && page.status == EventStatus::Open).then(|| season(&page))}
            {recorded(&page)}
            {withdraw}
        }
        .into_any()
    } else {
        let wish = page.request.as_ref().filter(|_| stands).map(|request| words::wish(&request.tiers));
        let asked = wish.map(|wish| if own { say::you_requested(wish) } else { say::they_requested(wish) });
        view! {
            <p class="lead">{words::obstacle(Obstacle::RequestsClosed)}</p>
            {asked.map(|asked| view! { <p>{asked}</p> })}
            <p><a class="button" href=paths::event(event)>{say::back()}</a></p>
        }
        .into_any()
    };
    let body = view! {
        <p class="crumbs"><a class="user-text" href=paths::event(event)>{page.event.name.clone()}</a></p>
        <h1 class="user-text">{title.clone()}</h1>
        <p class="small muted">{words::when(page.event.schedule.starts_at, zone)}</p>
        {refused.map(|text| view! { <Banner tone=Tone::Bad text=text/> })}
        {body}
    };
    let shown = Page::new(say::page(title, page.event.name.as_str()), body).narrow();
    Ok(if page.may_save { shown.with_island() } else { shown })
}

/// Whether there is a request that was not withdrawn.
fn stands(page: &RequestPage) -> bool {
    page.request.as_ref().is_some_and(|request| request.withdrawn_at.is_none())
}

/// How the form begins.
struct Begins<'a> {
    visit: &'a Visit,
    person: PersonId,
    own: bool,
    /// How someone was named who is asked for.
    sought: String,
    /// Where its numbers come from, if they were not typed.
    begun: Option<&'static str>,
    problems: Problems,
}

/// The form: numbers first, what few need behind a line to open, and the button always in sight.
fn to_fill_in(page: &RequestPage, form: RequestForm, begins: Begins<'_>) -> impl IntoView + use<> {
    let Begins { visit, person, own, sought, begun, problems } = begins;
    let event = page.event.id;
    let version = page.request.as_ref().map_or(0, |request| request.version);
    let sought = (!sought.is_empty()).then(|| view! { <input type="hidden" name="sought" value=sought/> });
    let whose = (!own).then(|| view! { <input type="hidden" name="person" value=person.get()/> });
    let label = match (own, stands(page)) {
        (true, true) => say::save(),
        (true, false) => say::send(),
        (false, _) => say::save_for(),
    };
    let until = words::when_short(page.event.schedule.requests_close_at(), page.event.schedule.zone, visit.now);
    let until = (page.status == EventStatus::Open).then(|| if own { say::until(until) } else { say::closes(until) });
    let sends = visit.site.settings.mail.transport.sends();
    let told = if sends { say::told() } else { say::told_unsent() };
    let told = (!own).then(|| view! { <p class="note small">{told}</p> });
    view! {
        <form class="form" method="post" action={action::<SaveRequest>()}>
            <input type="hidden" name="event" value=event.get()/>
            <input type="hidden" name="version" value=version/>
            {whose}
            {sought}
            <div class="panel">
                {numbers(&form, page.event.limit, own, begun, &problems)}
                {demand(page)}
                {note(own, form.note, &problems)}
                {own.then(|| copy(form.copy == "on"))}
                {told}
            </div>
            <div class="send">
                <button class="button wide">{label}</button>
                {until.map(|until| view! { <p class="small muted">{until}</p> })}
            </div>
        </form>
    }
}

/// How many others want so far, where everyone may know it.
fn demand(page: &RequestPage) -> Option<impl IntoView + use<>> {
    let (demand, tickets) = (page.event.demand, page.event.tickets);
    if page.event.shows_before == Visibility::Own || page.status != EventStatus::Open {
        return None;
    }
    let enough = demand.people > 0 && demand.requested <= tickets.into();
    let says = if enough {
        say::enough_so_far(demand.requested, tickets)
    } else {
        say::so_far(words::demand(demand.requested, demand.people, tickets))
    };
    Some(view! { <p class="small muted num">{says}</p> })
}

/// A note, behind a line to open, unless there is one.
fn note(own: bool, note: String, problems: &Problems) -> impl IntoView + use<> {
    let (label, hint) = if own { (say::note(), say::note_hint()) } else { (say::note_they(), say::note_hint_they()) };
    let error = problems.with("note");
    let (wrong, open) = (error.is_some(), error.is_some() || !note.is_empty());
    view! {
        <details class="more" open=open>
            <summary>{say::add_note()}</summary>
            <Field id="note" label=label hint=hint error=error>
                <SafeTextarea id="note" name="note" rows=2 value=note wrong=wrong described_by="note-hint note-error"/>
            </Field>
        </details>
    }
}

/// A copy by email, behind a line to open, unless it was asked for.
fn copy(asked: bool) -> impl IntoView {
    view! {
        <details class="more" open=asked>
            <summary>{say::add_copy()}</summary>
            <label class="choice">
                <input type="checkbox" name="copy" value="on" checked=asked aria-labelledby="copy-name" aria-describedby="copy-hint"/>
                <b id="copy-name">{say::copy()}</b>
                <span class="hint" id="copy-hint">{say::copy_hint()}</span>
            </label>
        </details>
    }
}

/// What the page is for: asking, changing, or only seeing.
fn title(page: &RequestPage, own: bool) -> String {
    let name = page.name.as_str();
    match (page.may_save, own, stands(page)) {
        (false, true, _) => say::title_own().to_owned(),
        (false, false, _) => say::title_of(name),
        (true, true, false) => say::title().to_owned(),
        (true, true, true) => say::title_edit().to_owned(),
        (true, false, false) => say::title_for(name),
        (true, false, true) => say::title_edit_for(name),
    }
}

/// What the season counts for them in the draw.
fn season(page: &RequestPage) -> impl IntoView + use<> {
    let standing = page.so_far.standing;
    let how = view! { <a href=paths::draw(page.event.id)>{say::how()}</a> }.into_any();
    let says = rich([how], |[how]| match page.so_far.asked {
        _ if page.event.season().is_none() => say::no_season(how),
        0 => say::first(how),
        _ => say::standing(words::standing(standing.losses, standing.slips(), standing.balance), how),
    });
    view! { <p class="note small">{says}</p> }
}

/// What the organizer wants those to know who ask: it may say what belongs into the note.
fn from_organizer(page: &RequestPage) -> impl IntoView + use<> {
    let notes = page.event.notes.clone();
    let short = notes.len() <= SHORT_NOTES;
    (!notes.is_empty()).then(|| {
        view! {
            <details class="more" open=short>
                <summary>{say::notes()}</summary>
                <p class="note small user-text lines">{notes}</p>
            </details>
        }
    })
}

/// What the form starts from: the request that stands (or was withdrawn), else one's own numbers of last time. Nobody is
/// made to ask as they did before by someone who asks for them.
fn start(page: &RequestPage, own: bool) -> RequestForm {
    let from = page.request.as_ref().or(page.last_time.as_ref().filter(|_| own));
    let amounts = from.map(|request| request.tiers.amounts().to_vec()).unwrap_or_default();
    let within = amounts.into_iter().filter(|&amount| amount <= page.event.limit);
    let note = page.request.as_ref().map(|request| request.note.clone()).unwrap_or_default();
    RequestForm { tiers: within.map(|amount| amount.to_string()).collect(), note, ..RequestForm::default() }
}
