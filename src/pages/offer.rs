use catalog::after as say;
use leptos::prelude::*;

use crate::{
    api::{AnswerOfferBehind, action},
    components::{Banner, Page, Tone, refused},
    domain::after::HandOn,
    error::Obstacle,
    paths,
    server::{
        db::after::OfferStatus,
        http::Visit,
        services::{
            Done,
            after::{self, Behind},
            draft::forms,
        },
    },
    words,
};

/// The page behind the link in an email that offers tickets. Opening it changes nothing; its buttons do. Nobody need be signed in.
pub async fn offer(visit: Visit) -> Done<Page> {
    let token = visit.param("token");
    let signed_in = visit.visitor.actor.as_ref().map(|actor| actor.person);
    let Some(behind) = after::behind(&visit.site, &token, signed_in).await? else {
        let body = view! {
            <h1>{say::offer_broken()}</h1>
            <Banner tone=Tone::Warning text=words::obstacle(Obstacle::LinkSpent)/>
            <p>{say::offer_broken_why()}</p>
            <p><a class="button" href=paths::EVENTS>{catalog::refusals::sign_in()}</a></p>
        };
        return Ok(Page::new(say::offer_page(), body).narrow());
    };
    let draft = visit.draft(forms::OFFER).await?;
    let open = behind.offer.status == OfferStatus::Open && behind.offer.until > visit.now;
    let (title, content) = if open {
        (say::offer_page(), buttons(&behind, &token, &visit).into_any())
    } else {
        let (title, text) = ended(&behind);
        (title, view! { <p data-held=behind.held>{text}</p> }.into_any())
    };
    let event = &behind.event;
    let zone = event.schedule.zone;
    // Whoever has the link can answer for them; they are told whose it is, and that there is another way.
    let forwarded = (open && event.after.hand_on != HandOn::Off).then(|| {
        view! { <p class="small user-text">{catalog::hand_on::forwarded(behind.name.as_str())}</p> }
    });
    let body = view! {
        <h1>{title}</h1>
        {refused(draft.as_ref())}
        <div class="panel">
            <p><b class="user-text">{event.name.clone()}</b><br/>{words::when(event.schedule.starts_at, zone)}</p>
            {(!event.place.is_empty()).then(|| view! { <p class="user-text">{event.place.clone()}</p> })}
            {content}
            <p class="small muted user-text">{say::for_name(behind.name.as_str())}</p>
            {forwarded}
        </div>
        <p><a href=paths::event(event.id)>{say::see_event()}</a></p>
    };
    Ok(Page::new(title, body).narrow())
}

fn buttons(behind: &Behind, token: &str, visit: &Visit) -> impl IntoView + use<> {
    let (offer, zone) = (&behind.offer, behind.event.schedule.zone);
    let until = words::when_short(offer.until, zone, visit.now);
    // Where the link alone answers nothing, it says nothing else of its person either.
    let told = !behind.asks_to_sign_in;
    let more = (told && behind.held > 0).then(|| view! { <p>{say::more(behind.held, behind.held + offer.number)}</p> });
    let overlaps = behind.overlaps.iter().filter(|_| told).map(|one| {
        view! { <p class="note small user-text">{words::overlap(one, Some(visit.now))}</p> }
    });
    let overlaps = overlaps.collect_view();
    let answer = |answer: &'static str, class: &'static str, label: String| {
        view! {
            <form method="post" action={action::<AnswerOfferBehind>()}>
                <input type="hidden" name="token" value=token.to_owned()/>
                <input type="hidden" name="how" value=answer/>
                <input type="hidden" name="shown" value=visit.now.timestamp_millis()/>
                <button class=class>{label}</button>
            </form>
        }
    };
    let answers = if behind.asks_to_sign_in {
        let door = paths::sign_in_for(&paths::event(behind.event.id));
        view! {
            <p><a class="button wide" href=door>{say::sign_in_to_answer()}</a></p>
            <p class="small muted">{say::sign_in_why()}</p>
        }
        .into_any()
    } else {
        view! {
            {answer("take", "button wide", say::take(offer.number))}
            {answer("decline", "button quiet wide", say::decline().to_owned())}
        }
        .into_any()
    };
    view! {
        <p data-offer=offer.number>{say::offer(offer.number, until)}</p>
        <p class="small muted">{words::distance(offer.until, zone, visit.now)}</p>
        {more}
        {overlaps}
        {answers}
        <p class="small muted">{say::decline_hint()}</p>
    }
}

/// How it ended.
fn ended(behind: &Behind) -> (&'static str, String) {
    match behind.offer.status {
        OfferStatus::Taken => (say::offer_taken(), say::now_have(behind.held, behind.event.name.as_str())),
        OfferStatus::Declined => (say::offer_declined(), say::offer_declined_why().to_owned()),
        OfferStatus::Open | OfferStatus::Lapsed | OfferStatus::Recalled | OfferStatus::Void => {
            (say::offer_ended(), say::offer_ended_why().to_owned())
        }
    }
}
