mod choose;
mod recorded;
mod removal;

use leptos::prelude::*;

pub use self::choose::request_for;
use self::{
    recorded::recorded,
    removal::{removal_form, withdraw_form},
};
use crate::{
    api::{SaveRequest, action},
    components::{Banner, Field, Icon, Page, Problems, SafeTextarea, Tone},
    domain::{
        event::EventStatus,
        ids::{EventId, PersonId},
        request::{RequestForm, accepted},
    },
    error::Refusal,
    islands::TierPicker,
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

/// Up to this limit the numbers are boxes to tick; beyond it they are typed.
const MOST_CHIPS: u32 = 10;

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
    let standing = page.request.as_ref().filter(|request| request.withdrawn_at.is_none());
    let version = page.request.as_ref().map_or(0, |request| request.version);
    let form = draft.map_or_else(|| start(&page, own), |draft| draft.form);
    let zone = page.event.schedule.zone;
    let when = words::when(page.event.schedule.starts_at, zone);
    let until = words::when_short(page.event.schedule.requests_close_at(), zone, visit.now);
    let closing = (page.status == EventStatus::Open)
        .then(|| view! { <br/>{if own { format!("You can change or withdraw your request until {until}.") } else { format!("Requests close {until}.") }} });
    let title = title(&page, own);
    let begun = (standing.is_none() && !form.tiers.is_empty() && refused.is_none()).then(|| {
        if page.request.is_some() {
            "These are from the request that was withdrawn."
        } else {
            "These are from your last request."
        }
    });
    let withdraw = standing.map(|_| {
        if own { withdraw_form(event).into_any() } else { removal_form(event, person, reason, &removing).into_any() }
    });
    let body = if page.may_save {
        let sought_field = (!sought.is_empty()).then(|| view! { <input type="hidden" name="sought" value=sought/> });
        let person_field = (!own).then(|| view! { <input type="hidden" name="person" value=person.get()/> });
        let label = match (own, standing.is_some()) {
            (true, true) => "Save the change",
            (true, false) => "Send request",
            (false, _) => "Save for them",
        };
        let (note_label, note_hint) = if own {
            ("Note for the organizer", "Optional. Only those who run this event and admins can read it.")
        } else {
            ("Note", "Optional. Only they, those who run this event and admins can read it.")
        };
        let note_error = problems.with("note");
        let wrong_note = note_error.is_some();
        let copy = own.then(|| {
            view! {
                <label class="choice">
                    <input type="checkbox" name="copy" value="on" checked=form.copy == "on"/>
                    <b>"Mail me a copy"</b>
                    <span class="hint">"With the commitment of the draw, so that you can check it later."</span>
                </label>
            }
        });
        let logged = (!own).then(|| view! { <p class="note small">"They are told by email what you entered, and it is noted in the log."</p> });
        view! {
            <form class="form panel" method="post" action={action::<SaveRequest>()}>
                <input type="hidden" name="event" value=event.get()/>
                <input type="hidden" name="version" value=version/>
                {person_field}
                {sought_field}
                {numbers(&form, page.event.limit, own, begun, &problems)}
                {from_organizer(&page)}
                <Field id="note" label=note_label hint=note_hint error=note_error>
                    <SafeTextarea id="note" name="note" rows=2 value=form.note wrong=wrong_note described_by="note-hint note-error"/>
                </Field>
                {recorded(&page)}
                {copy}
                {logged}
                <button class="button wide">{label}</button>
            </form>
            {withdraw}
            {(own && page.status == EventStatus::Open).then(|| season(&page))}
        }
        .into_any()
    } else {
        let who = if own { "You" } else { "They" };
        let asked = standing.map(|request| format!("{who} asked for {}.", words::wish(&request.tiers)));
        view! {
            <p class="lead">{words::obstacle(crate::error::Obstacle::RequestsClosed)}</p>
            {asked.map(|asked| view! { <p>{asked}</p> })}
            <p><a class="button" href=paths::event(event)>"Back to the event"</a></p>
        }
        .into_any()
    };
    let body = view! {
        <p class="crumbs"><a class="user-text" href=paths::event(event)>{page.event.name.clone()}</a></p>
        <h1 class="user-text">{title.clone()}</h1>
        <p class="small muted">{when}{closing}</p>
        {refused.map(|text| view! { <Banner tone=Tone::Bad text=text/> })}
        {body}
    };
    let shown = Page::new(format!("{title}: {}", page.event.name), body).narrow();
    Ok(if page.may_save { shown.with_island() } else { shown })
}

/// What the page is for: asking, changing, or only seeing.
fn title(page: &RequestPage, own: bool) -> String {
    let stands = page.request.as_ref().is_some_and(|request| request.withdrawn_at.is_none());
    match (page.may_save, own, stands) {
        (false, true, _) => "Your request".to_owned(),
        (false, false, _) => format!("The request of {}", page.name),
        (true, true, false) => "Ask for tickets".to_owned(),
        (true, true, true) => "Change your request".to_owned(),
        (true, false, false) => format!("Ask for {}", page.name),
        (true, false, true) => format!("Change the request of {}", page.name),
    }
}

/// What the season counts for them in the draw.
fn season(page: &RequestPage) -> AnyView {
    let standing = page.so_far.standing;
    if page.event.season().is_none() {
        let text = format!("{}: this event does not count for others, nor others for it. ", words::NO_SEASON);
        return view! { <p class="note small">{text}<a href=paths::draw(page.event.id)>"How the draw works"</a></p> }
            .into_any();
    }
    let past = match page.so_far.asked {
        0 => "This is your first request this season. Everyone starts even.".to_owned(),
        _ => words::standing(standing.losses, standing.slips(), standing.balance),
    };
    view! {
        <p class="note small">
            {format!("{past} This counts where the organizer draws by season. ")}
            <a href=paths::draw(page.event.id)>"How the draw works"</a>
        </p>
    }
    .into_any()
}

/// What the organizer wants those to know who ask: it may say what belongs into the note.
fn from_organizer(page: &RequestPage) -> impl IntoView + use<> {
    let notes = page.event.notes.clone();
    let short = notes.len() <= SHORT_NOTES;
    (!notes.is_empty()).then(|| {
        view! {
            <details class="more" open=short>
                <summary>"From the organizer"</summary>
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

/// The numbers: boxes to tick, or fields where the limit is large; the live sentence stands below.
fn numbers(
    form: &RequestForm,
    limit: u32,
    own: bool,
    begun: Option<&'static str>,
    problems: &Problems,
) -> impl IntoView + use<> {
    let who = if own { "you" } else { "they" };
    let title = if own { "How many tickets would work for you?" } else { "How many tickets would work for them?" };
    let error = problems.with("tiers");
    let tiers = accepted(&form.tiers, limit).ok();
    let best = tiers.as_ref().map_or(0, allocation::Tiers::first_choice);
    let said = tiers.as_ref().map(|tiers| words::sentence(tiers, who)).unwrap_or_default();
    let chips = limit <= MOST_CHIPS;
    let hint = if chips {
        format!("Tap every number {who} would accept.")
    } else {
        format!("Type every number {who} would accept, from 1 to {limit}; leave the other fields empty.")
    };
    let fields = if chips {
        let chip = |amount: u32| {
            let checked = form.tiers.iter().any(|tier| tier.trim() == amount.to_string());
            view! {
                <label><input type="checkbox" name="tiers[]" value=amount checked=checked/><span>{amount}</span></label>
            }
        };
        view! { <div class="chips">{(1..=limit).map(chip).collect_view()}</div> }.into_any()
    } else {
        let typed =
            form.tiers.iter().cloned().chain(std::iter::repeat_n(String::new(), 6)).take(form.tiers.len().max(4) + 2);
        let field = |(place, value): (usize, String)| {
            view! {
                <div class="field short">
                    <input type="number" inputmode="numeric" min="1" max=limit name="tiers[]" value=value aria-label=format!("Number {}", place + 1)/>
                </div>
            }
        };
        view! { <div class="fields">{typed.enumerate().map(field).collect_view()}</div> }.into_any()
    };
    let wrong = error.is_some();
    view! {
        <fieldset class="field" class:wrong=wrong>
            <legend>{title}</legend>
            <p class="hint">{hint}{begun.map(|text| format!(" {text}"))}</p>
            <TierPicker said=said best=best who=who.to_owned()>{fields}</TierPicker>
            {error.map(|error| view! { <p class="error" id="tiers-error"><Icon name="alert-triangle"/>{error}</p> })}
        </fieldset>
    }
}
