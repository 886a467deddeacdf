//! What those who run an event do by hand after the result.

use leptos::prelude::*;

use super::Reply;

/// Takes back what is offered to someone, for a reason that they are told.
#[server(prefix = "/api", endpoint = "after/recall")]
pub async fn recall_offer(
    #[server(default)] event: String,
    #[server(default)] offer: String,
    #[server(default)] reason: String,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    let typed = forms::ByHandForm::Recall { offer: offer.clone(), reason: reason.clone() };
    answer(Needs::Event(&event, Action::RunEvent), by_hand(&event, &typed), async |site, actor| {
        let event = EventId::parse(&event).ok_or(Refusal::NotFound)?;
        let offer = OfferId::parse(&offer).ok_or(Refusal::NotFound)?;
        services::after::recall(site, actor, (event, offer), &reason).await?;
        Ok(Onward::same_page().saying(Notice::OfferRecalled))
    })
    .await
}

/// Gives tickets that nobody has to someone with a request, or with this address. `seen` is the last entry of the ledger when the
/// form was made.
#[server(prefix = "/api", endpoint = "after/give")]
pub async fn give_tickets(
    #[server(default)] event: String,
    #[server(default)] person: String,
    #[server(default)] email: String,
    #[server(default)] number: String,
    #[server(default)] reason: String,
    #[server(default)] seen: String,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    let form = forms::GiveForm { person, email, number, reason };
    let typed = forms::ByHandForm::Give(form.clone());
    answer(Needs::Event(&event, Action::RunEvent), by_hand(&event, &typed), async |site, actor| {
        let event = EventId::parse(&event).ok_or(Refusal::NotFound)?;
        let gave = services::after::give(site, actor, event, (&form, &seen)).await?;
        Ok(Onward::same_page().saying(match gave {
            services::after::Gave::Within => Notice::TicketsGiven,
            services::after::Gave::AboveLimit => Notice::TicketsGivenAbove,
        }))
    })
    .await
}

/// Offers something that is free to someone, where there is no order to follow.
#[server(prefix = "/api", endpoint = "after/offer")]
pub async fn offer_by_hand(
    #[server(default)] event: String,
    #[server(default)] person: String,
    #[server(default)] reason: String,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    let typed = forms::ByHandForm::Pick { reason: reason.clone() };
    answer(Needs::Event(&event, Action::RunEvent), by_hand(&event, &typed), async |site, actor| {
        let event = EventId::parse(&event).ok_or(Refusal::NotFound)?;
        let person = PersonId::parse(&person).ok_or(Refusal::NotFound)?;
        services::after::pick(site, actor, (event, person), &reason).await?;
        Ok(Onward::same_page().saying(Notice::OfferMade))
    })
    .await
}

/// Puts everything that is free on the open table, where there is no order to follow.
#[server(prefix = "/api", endpoint = "after/open-table")]
pub async fn open_table(#[server(default)] event: String) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    let form = by_hand(&event, &forms::ByHandForm::Table);
    answer(Needs::Event(&event, Action::RunEvent), form, async |site, actor| {
        let event = EventId::parse(&event).ok_or(Refusal::NotFound)?;
        services::after::open_table(site, actor, event).await?;
        Ok(Onward::same_page().saying(Notice::TableOpened))
    })
    .await
}

/// Says how many tickets there are now.
#[server(prefix = "/api", endpoint = "after/tickets")]
pub async fn set_tickets(
    #[server(default)] event: String,
    #[server(default)] tickets: String,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    let typed = forms::ByHandForm::Tickets { tickets: tickets.clone() };
    answer(Needs::Event(&event, Action::RunEvent), by_hand(&event, &typed), async |site, actor| {
        let event = EventId::parse(&event).ok_or(Refusal::NotFound)?;
        services::after::set_tickets(site, actor, event, &tickets).await?;
        Ok(Onward::same_page().saying(Notice::TicketsChanged))
    })
    .await
}
