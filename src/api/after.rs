use leptos::prelude::*;

use super::Reply;

/// Sets until when tickets can be given back, whether they can be handed on, and whether guests are named.
#[server(prefix = "/api", endpoint = "after/settings")]
pub async fn set_after(
    #[server(default)] event: String,
    #[server(default)] returns_until: String,
    #[server(default)] hand_on: String,
    #[server(default)] guests: String,
    #[server(default)] guests_until: String,
    #[server(default)] version: String,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    let typed = crate::domain::after::AfterForm { returns_until, hand_on, guests, guests_until, version };
    let form = forms::AFTER.on(page_of(&event, paths::event_after), &typed);
    answer(Needs::Event(&event, Action::RunEvent), form, async |site, actor| {
        let event = EventId::parse(&event).ok_or(Refusal::NotFound)?;
        services::after::set(site, actor, event, &typed).await?;
        Ok(Onward::to(paths::event(event)).saying(Notice::AfterSaved))
    })
    .await
}

/// Gives back tickets: one's own, or those of `person` as an organizer, with a reason.
#[server(prefix = "/api", endpoint = "after/give-back")]
pub async fn give_back(
    #[server(default)] event: String,
    #[server(default)] person: String,
    #[server(default)] number: String,
    #[server(default)] reason: String,
    #[server(default)] once: String,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    let typed = forms::GiveBackForm { person: person.clone(), number, reason, once };
    let form = forms::GIVE_BACK.on(page_of(&event, paths::event), &typed);
    answer(Needs::Request { event: &event, person: &person }, form, async |site, actor| {
        let event = EventId::parse(&event).ok_or(Refusal::NotFound)?;
        let person = whose(&person, actor)?;
        let given =
            services::after::give_back(site, actor, (event, person), (&typed.number, &typed.reason, &typed.once))
                .await?;
        Ok(Onward::to(paths::event(event)).saying(match given {
            services::after::Given::Late if person == actor.person => Notice::LateNoted,
            services::after::Given::Late => Notice::LateNotedFor,
            services::after::Given::Returning if person == actor.person => Notice::TicketsReturning,
            services::after::Given::Returning => Notice::ReturningFor,
        }))
    })
    .await
}

/// Takes that back, within a minute.
#[server(prefix = "/api", endpoint = "after/keep")]
pub async fn keep_tickets(
    #[server(default)] event: String,
    #[server(default)] person: String,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    answer(Needs::Request { event: &event, person: &person }, on_event_page(&event), async |site, actor| {
        let event = EventId::parse(&event).ok_or(Refusal::NotFound)?;
        services::after::take_back(site, actor, event, whose(&person, actor)?).await?;
        Ok(Onward::to(paths::event(event)).saying(Notice::TicketsKept))
    })
    .await
}

/// Answers what is offered to oneself: `how` is `take` or `decline`.
#[server(prefix = "/api", endpoint = "after/answer")]
pub async fn answer_offer(
    #[server(default)] event: String,
    #[server(default)] offer: String,
    #[server(default)] how: String,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    answer(Needs::Event(&event, Action::Ask), on_event_page(&event), async |site, actor| {
        let how = services::after::Answer::parse(&how).ok_or(Refusal::Garbled)?;
        let offer = OfferId::parse(&offer).ok_or(Refusal::NotFound)?;
        let answered = services::after::answer(site, actor, offer, how).await?;
        Ok(Onward::to(paths::event(answered.offer.event)).saying(match (how, answered.stays) {
            (services::after::Answer::Take, _) => Notice::OfferTaken,
            (services::after::Answer::Decline, true) => Notice::OfferDeclinedInLine,
            (services::after::Answer::Decline, false) => Notice::OfferDeclined,
        }))
    })
    .await
}

/// The same by the link in the email. Nobody need be signed in. `shown`: when the page with the button was made.
#[server(prefix = "/api", endpoint = "offers/answer")]
pub async fn answer_offer_behind(
    #[server(default)] token: String,
    #[server(default)] how: String,
    #[server(default)] shown: String,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    let page = paths::offer(offer_link_or_spent(&token));
    answer_anyone(Needs::Nothing, forms::OFFER.on(page.clone(), &()), async |visit| {
        let how = services::after::Answer::parse(&how).ok_or(Refusal::Garbled)?;
        let press = services::after::Press::new(visit.visitor.actor.as_ref(), &shown);
        services::after::answer_behind(&visit.site, &token, how, press).await?;
        Ok(Onward::to(page))
    })
    .await
}

/// Takes tickets from the open table.
#[server(prefix = "/api", endpoint = "after/claim")]
pub async fn claim_tickets(
    #[server(default)] event: String,
    #[server(default)] number: String,
    #[server(default)] once: String,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    answer(Needs::Event(&event, Action::Ask), on_event_page(&event), async |site, actor| {
        let event = EventId::parse(&event).ok_or(Refusal::NotFound)?;
        services::after::claim(site, actor, event, (&number, &once)).await?;
        Ok(Onward::to(paths::event(event)).saying(Notice::TicketsClaimed))
    })
    .await
}

/// Hands some of one's own tickets on to the one with this address, or asks to, where that has to be confirmed.
#[server(prefix = "/api", endpoint = "after/hand-on")]
pub async fn hand_on(
    #[server(default)] event: String,
    #[server(default)] number: String,
    #[server(default)] email: String,
    #[server(default)] line: String,
    #[server(default)] once: String,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    let typed = forms::HandOnForm { number, email, line, once };
    let form = forms::HAND_ON.on(page_of(&event, paths::event), &typed);
    answer(Needs::Event(&event, Action::Ask), form, async |site, actor| {
        let event = EventId::parse(&event).ok_or(Refusal::NotFound)?;
        let handed = services::after::hand_on(site, actor, event, &typed).await?;
        Ok(Onward::to(paths::event(event)).saying(match handed {
            services::after::Handed::Done => Notice::HandedOn,
            services::after::Handed::Asked => Notice::HandOnAsked,
        }))
    })
    .await
}

/// Takes back what one asked to hand on.
#[server(prefix = "/api", endpoint = "after/hand-keep")]
pub async fn keep_handing(#[server(default)] event: String) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    answer(Needs::Event(&event, Action::Ask), on_event_page(&event), async |site, actor| {
        let event = EventId::parse(&event).ok_or(Refusal::NotFound)?;
        services::after::take_hand_request_back(site, actor, event).await?;
        Ok(Onward::to(paths::event(event)).saying(Notice::HandOnKept))
    })
    .await
}

/// Confirms what `person` asks to hand on.
#[server(prefix = "/api", endpoint = "after/hand-confirm")]
pub async fn confirm_handing(
    #[server(default)] event: String,
    #[server(default)] person: String,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    answer(Needs::Event(&event, Action::RunEvent), on_event_page(&event), async |site, actor| {
        let event = EventId::parse(&event).ok_or(Refusal::NotFound)?;
        let person = PersonId::parse(&person).ok_or(Refusal::NotFound)?;
        services::after::confirm_hand_request(site, actor, event, person).await?;
        Ok(Onward::to(paths::event(event)).saying(Notice::HandOnConfirmed))
    })
    .await
}

/// Says no to what `person` asks to hand on, with a reason.
#[server(prefix = "/api", endpoint = "after/hand-decline")]
pub async fn decline_handing(
    #[server(default)] event: String,
    #[server(default)] person: String,
    #[server(default)] reason: String,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    let typed = forms::HandDeclineForm { person: person.clone(), reason: reason.clone() };
    let form = forms::HAND_DECLINE.on(page_of(&event, paths::event), &typed);
    answer(Needs::Event(&event, Action::RunEvent), form, async |site, actor| {
        let event = EventId::parse(&event).ok_or(Refusal::NotFound)?;
        let person = PersonId::parse(&person).ok_or(Refusal::NotFound)?;
        services::after::decline_hand_request(site, actor, event, (person, &reason)).await?;
        Ok(Onward::to(paths::event(event)).saying(Notice::HandOnDeclined))
    })
    .await
}
