mod waits;

use allocation::{Forecast, Rule};
use catalog::draw_desk as say;
use leptos::prelude::*;

use crate::{
    api::{FillFurther, MakeDraw, PutDraw, TakeDrawOff, action},
    components::{Banner, Icon, Page, Problems, TextField, Tone},
    domain::{
        draw::{DrawForm, RandomnessSource, rule_key},
        event::EventStatus,
        ids::EventId,
    },
    error::Obstacle,
    pages::locked::locked,
    paths,
    server::{
        comparisons::Compared,
        http::Visit,
        services::{
            Done,
            draft::forms,
            draw::{self as draws, Desk},
        },
    },
    words::{self, Apart},
};

/// Where an organizer compares the rules, draws, and puts the draw on the board.
pub async fn draw_desk(visit: Visit) -> Done<Page> {
    let event = visit.id("number", EventId::parse)?;
    show(&visit, event).await
}

async fn show(visit: &Visit, id: EventId) -> Done<Page> {
    let again = visit.query("again").is_some();
    let desk = draws::desk(&visit.site, visit.actor()?, id, again).await?;
    match desk.status {
        EventStatus::Open => return Err(Obstacle::RequestsOpen.into()),
        EventStatus::Finalized => return Ok(locked(&desk.event)),
        EventStatus::Canceled => return Err(Obstacle::Canceled.into()),
        EventStatus::Closed => {}
    }
    let any_draft = visit.any_draft().await?;
    let pasted = any_draft.as_ref().and_then(|draft| draft.of(forms::ROUND));
    let draft = any_draft.and_then(|draft| draft.of(forms::DRAW));
    let problems = Problems::of(draft.as_ref().map(|draft| &draft.refusal));
    let refusals = draft.as_ref().map(|draft| &draft.refusal).or(pasted.as_ref().map(|draft| &draft.refusal));
    let refused = refusals.map(words::refusal);
    let without_field = [("public_input", desk.event.public_input_name.is_empty()), ("reason", desk.draws.is_empty())];
    let without_field =
        without_field.iter().filter(|(_, absent)| *absent).filter_map(|(field, _)| problems.with(field));
    let without_field = without_field.map(|text| view! { <Banner tone=Tone::Bad text=text/> }).collect_view();
    let form = draft.map(|draft| draft.form).unwrap_or_default();
    let name = desk.event.name.clone();
    let first = desk.draws.is_empty();
    let title = if first { say::title().to_owned() } else { say::title_number(desk.draws.len()) };
    let reload = desk.event.awaited.as_ref().filter(|_| pasted.is_none()).and_then(|plan| waits::reload(visit, *plan));
    let waiting = desk.event.awaited.as_ref().map(|plan| waits::waits(visit, &desk, *plan, pasted));
    let drawing = desk.compared.as_ref().map(|compared| draw_form(&desk, compared, form, &problems));
    let nobody = desk.requests.is_empty().then(|| {
        view! { <div class="empty"><Icon name="users"/><p>{say::nothing_to_draw()}</p></div> }
    });
    let objections = desk.objections.iter().map(|one| words::problem(&one.problem)).collect::<Vec<_>>().join(" ");
    let blocked = (!objections.is_empty()).then(|| {
        view! { <Banner tone=Tone::Bad text=say::blocked(objections)/> }
    });
    let body = view! {
        <p class="crumbs small">
            <a class="user-text" href=paths::event(id)>{name.clone()}</a>" · "<a href=paths::allocate(id)>{say::board()}</a>
        </p>
        <h1>{title}</h1>
        {refused.map(|text| view! { <Banner tone=Tone::Bad text=text/> })}
        {without_field}
        {waiting}
        {(!first).then(|| drawn(&desk))}
        {blocked}
        {nobody}
        {drawing}
    };
    let page = Page::new(say::page(name), body);
    Ok(match reload {
        Some(seconds) => page.again_in(seconds),
        None => page,
    })
}

/// What the last draw gave, beside the board, and what can be done with it.
fn drawn(desk: &Desk) -> impl IntoView + use<> {
    let id = desk.event.id;
    let rule = desk.draws.last().map_or(Rule::LOTTERY, |last| last.rule);
    let pinned = desk.requests.iter().filter(|request| request.by_hand).count();
    let kept = (pinned > 0).then(|| view! { <p class="small muted">{say::kept(pinned)}</p> });
    let apart = apart(desk);
    let moves = desk.moves.iter().map(|one| {
        let now = one.now.map_or_else(|| say::undecided().to_owned(), words::number);
        view! { <tr><th scope="row" class="user-text">{apart.named(&one.name, &one.email)}</th><td class="num" data-label=say::now()>{now}</td><td class="num" data-label=say::drawn()><b>{words::number(one.drawn)}</b></td></tr> }
    });
    let moves = moves.collect_view();
    let count = desk.moves.len() as u64;
    let version = desk.event.board_version;
    let button = |to: &'static str, label: String, class: &'static str| {
        view! {
            <form method="post" action=to>
                <input type="hidden" name="event" value=id.get()/>
                <input type="hidden" name="version" value=version/>
                <button class=class>{label}</button>
            </form>
        }
    };
    let put = (count > 0 && !desk.stale && desk.event.awaited.is_none())
        .then(|| button(action::<PutDraw>(), say::apply(count), "button"));
    let off = (desk.event.can_undo_draw && desk.event.awaited.is_none())
        .then(|| button(action::<TakeDrawOff>(), say::undo().to_owned(), "button quiet"));
    let again = (desk.compared.is_none() && desk.event.awaited.is_none()).then(|| {
        view! { <a class="button quiet" href=paths::draw_again(id)>{say::redraw()}</a> }
    });
    let left = u64::from(desk.event.tickets).saturating_sub(desk.event.demand.given);
    let further = (count == 0 && left > 0 && desk.event.drawn_tickets.is_some() && desk.event.demand.undecided == 0)
        .then(|| button(action::<FillFurther>(), say::leftovers(left), "button quiet"));
    let stale = desk.stale.then(|| view! { <Banner tone=Tone::Bad text=words::obstacle(Obstacle::DrawAgain)/> });
    let differs = if count == 0 {
        view! { <p>{say::matches()}</p> }.into_any()
    } else {
        view! {
            <details class="more" open=count <= 20>
                <summary>{say::changes(count)}</summary>
                <div class="listing">
                    <table class="list">
                        <thead><tr><th scope="col">{say::name()}</th><th scope="col" class="num">{say::now()}</th><th scope="col" class="num">{say::drawn()}</th></tr></thead>
                        <tbody>{moves}</tbody>
                    </table>
                </div>
            </details>
        }
        .into_any()
    };
    view! {
        {stale}
        <section class="panel gold">
            <p class="lead">{words::rule_name(rule)}</p>
            <p>{words::rule_sentences(rule)}</p>
            {kept}
            <div class="actions">
                {put}
                {further}
                {off}
                <a class="button quiet" href=paths::draw(id)>{say::public_page()}</a>
                {again}
            </div>
            {differs}
        </section>
    }
}

fn draw_form(desk: &Desk, compared: &Compared, form: DrawForm, problems: &Problems) -> impl IntoView + use<> {
    let event = &desk.event;
    let again = !desk.draws.is_empty();
    let chosen = Some(form.rule.clone()).filter(|rule| !rule.is_empty()).unwrap_or(rule_key(Rule::EVEN_OUT_THE_SEASON));
    let (named, others) = compared.forecasts.split_at(Rule::NAMED.len().min(compared.forecasts.len()));
    let way = |forecast: &Forecast| way(forecast, rule_key(forecast.rule) == chosen);
    let open = others.iter().any(|forecast| rule_key(forecast.rule) == chosen);
    let named_ways = named.iter().map(way).collect_view();
    let more = say::more(others.len());
    let other_ways = others.iter().map(way).collect_view();
    let pinned = desk.requests.iter().filter(|request| request.by_hand).count();
    let to_draw = desk.requests.len() - pinned;
    let decided = desk.requests.iter().filter(|request| request.by_hand);
    let given: u64 = decided.filter_map(|request| request.allocated).map(u64::from).sum();
    let left = u64::from(event.tickets).saturating_sub(given);
    let supply = if pinned == 0 {
        format!("{} {}", say::supply(event.tickets, to_draw), say::typical(compared.draws))
    } else {
        let supply = say::supply_left(left, event.tickets, to_draw);
        format!("{supply} {} {}", say::kept(pinned), say::typical_all(compared.draws))
    };
    let input = (!event.public_input_name.is_empty()).then(|| {
        view! {
            <TextField
                id="public_input"
                label=say::public_number(event.public_input_name.as_str())
                hint=say::public_number_hint()
                value=form.public_input
                problems=problems.clone()
                required=true
            />
        }
    });
    let reason = again.then(|| {
        view! {
            <TextField
                id="reason"
                label=say::reason()
                hint=say::reason_hint()
                value=form.reason
                problems=problems.clone()
                required=true
            />
        }
    });
    let rule_error =
        problems.with("rule").map(|error| view! { <p class="error"><Icon name="alert-triangle"/>{error}</p> });
    let waits = event.randomness == RandomnessSource::Drand;
    let label = match (again, waits) {
        (true, _) => say::run_number(desk.draws.len() + 1),
        (false, true) => say::settle().to_owned(),
        (false, false) => say::run().to_owned(),
    };
    let note = if waits { say::note_settle() } else { say::note() };
    view! {
        <form class="form" method="post" action={action::<MakeDraw>()}>
            <input type="hidden" name="event" value=event.id.get()/>
            <input type="hidden" name="version" value=event.board_version/>
            <p>{supply}</p>
            <fieldset class="field">
                <legend class="visually-hidden">{say::method()}</legend>
                <div class="ways">{named_ways}</div>
                <details class="more" open=open>
                    <summary>{more}</summary>
                    <div class="ways">{other_ways}</div>
                </details>
                {rule_error}
            </fieldset>
            {input}
            {reason}
            <p class="note small">{note}</p>
            <div class="actions"><button class="button gold"><Icon name="shuffle"/>{format!(" {label}")}</button></div>
        </form>
        {chances(desk, named)}
    }
}

/// One way to draw with what it does on average.
fn way(forecast: &Forecast, checked: bool) -> impl IntoView + use<> {
    let key = rule_key(forecast.rule);
    let mean = |sum: u64| words::mean(sum, forecast.draws);
    let facts = [
        (say::people_served(), mean(forecast.served)),
        (say::first_choices(), mean(forecast.first_choices)),
        (say::tickets_left(), mean(forecast.left)),
    ];
    let facts = facts.map(|(what, value)| view! { <dt>{what}</dt><dd>{value}</dd> }).into_iter().collect_view();
    view! {
        <label class="way">
            <header><input type="radio" name="rule" value=key checked=checked/><span>{words::rule_name(forecast.rule)}</span></header>
            <p class="small muted">{words::rule_sentences(forecast.rule)}</p>
            <dl>{facts}</dl>
        </label>
    }
}

/// Everyone's chance of at least one ticket under the named ways.
fn chances(desk: &Desk, named: &[Forecast]) -> impl IntoView + use<> {
    let heads =
        named.iter().map(|forecast| view! { <th scope="col" class="num">{words::rule_name(forecast.rule)}</th> });
    let heads = heads.collect_view();
    let apart = apart(desk);
    let rows = desk.requests.iter().enumerate().map(|(place, request)| {
        let by_hand = request.by_hand.then(|| view! { " "<span class="badge">{say::by_hand()}</span> });
        let each = named.iter().map(|forecast| {
            let hits = forecast.chances.get(place).copied().unwrap_or(0);
            view! { <td class="num" data-label=words::rule_name(forecast.rule)>{words::chance(hits, forecast.draws)}</td> }
        });
        let (slips, balance) = request.frozen.unwrap_or((allocation::Slips::ONE, allocation::Exact::default()));
        let season = [words::slips(slips), words::balance_of(balance)].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        view! {
            <tr>
                <th scope="row"><span class="user-text">{apart.named(&request.name, &request.email)}</span>{by_hand}<br/><small class="muted">{season}</small></th>
                <td class="num" data-label=say::requested()>{words::wish(&request.tiers)}</td>
                {each.collect_view()}
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <details class="more">
            <summary>{say::chances()}</summary>
            <div class="listing">
                <table class="list">
                    <thead><tr><th scope="col">{say::name()}</th><th scope="col" class="num">{say::requested()}</th>{heads}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
    }
}

/// What tells apart those who look the same by their names.
fn apart(desk: &Desk) -> Apart {
    Apart::among(desk.requests.iter().map(|request| (request.name.as_str(), request.email.as_str())), desk.lists)
}
