use catalog::share as say;
use leptos::prelude::*;

use crate::{
    api::{InviteEveryone, action},
    components::Icon,
    paths,
    server::{
        http::Visit,
        services::event::{EventView, Invitation},
    },
    words,
};

/// How others hear of an event that is open: its address to copy, and once an email to everyone.
pub fn share(view: &EventView, visit: &Visit) -> Option<impl IntoView + use<>> {
    let invitation = view.invitation?;
    let event = &view.event;
    let link = visit.site.settings.link(&paths::event(event.id));
    let id = event.id.get();
    let everyone = match invitation {
        Invitation::Sent(at) => {
            let when = words::when_short(at, visit.zone(), visit.now);
            view! { <p class="small"><Icon name="check"/>" "{say::sent(when)}</p> }.into_any()
        }
        Invitation::Would(people) => {
            let send = (people > 0).then(|| {
                view! {
                    <form method="post" action={action::<InviteEveryone>()}>
                        <input type="hidden" name="event" value=id/>
                        <button class="button quiet wide"><Icon name="mail"/>" "{say::send(people)}</button>
                    </form>
                }
            });
            view! { <p class="small muted">{say::everyone(people)}</p> {send} }.into_any()
        }
    };
    Some(view! {
        <section aria-labelledby="share">
            <div class="head"><h2 id="share">{say::title()}</h2></div>
            <div class="panel stack">
                <div class="field">
                    <label for="share-link">{say::link()}</label>
                    <input id="share-link" type="url" readonly value=link/>
                </div>
                {everyone}
            </div>
        </section>
    })
}
