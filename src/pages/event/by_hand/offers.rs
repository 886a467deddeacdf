use catalog::by_hand as say;
use leptos::prelude::*;

use super::{apart, reason};
use crate::{
    api::{RecallOffer, action},
    components::Problems,
    server::{
        db::{after::Offer, events::Event, requests::Named},
        http::Visit,
        services::{after::Tools, draft::forms::ByHandForm},
    },
    words,
};

/// What is offered, each with a way to take it back.
pub(super) fn offers(
    event: &Event,
    tools: &Tools,
    form: Option<&ByHandForm>,
    problems: &Problems,
    visit: &Visit,
) -> Option<impl IntoView + use<>> {
    let whose: Vec<Named> = tools.offers.iter().map(|(_, one)| one.clone()).collect();
    let apart = apart(&whose, tools.lists);
    let one = |(offer, one): &(Offer, Named)| {
        let id = offer.id.get();
        let typed = match form {
            Some(ByHandForm::Recall { offer: of, reason }) if *of == id.to_string() => Some(reason.clone()),
            _ => None,
        };
        let open = typed.is_some();
        let problem = problems.with("reason").filter(|_| open);
        let until = words::when_short(offer.until, event.schedule.zone, visit.now);
        let name = apart.named(&one.name, &one.email);
        view! {
            <li class="panel" data-offered=offer.number>
                <p class="user-text">{say::offer(name.as_str(), offer.number, until)}</p>
                <details class="more" open=open>
                    <summary aria-label=say::take_back_whose(name.as_str())>{say::take_back()}</summary>
                    <form class="form" method="post" action={action::<RecallOffer>()}>
                        <input type="hidden" name="event" value=event.id.get()/>
                        <input type="hidden" name="offer" value=id/>
                        <p class="small">{say::take_back_hint()}</p>
                        {reason(format!("recall-{id}"), typed.unwrap_or_default(), problem)}
                        <button class="button quiet wide">{say::take_back_button()}</button>
                    </form>
                </details>
            </li>
        }
    };
    (!tools.offers.is_empty()).then(|| {
        let all = tools.offers.iter().map(one).collect_view();
        view! { <h3>{say::offers()}</h3><ul class="stack">{all}</ul> }
    })
}
