use chrono::TimeDelta;
use serde_json::json;
use ticket_pool::{domain::message::Topic, server::db::sns_messages};

use super::{
    SIGNS, TOPIC, at, bounce, confirmation, message, notification, post, signed, state, text, time, with_topic,
};
use crate::harness::Town;

/// What SES says, and what is counted.
async fn told(town: &Town, id: &str, says: &serde_json::Value) {
    let status = post(town, text(&signed(notification(town, id, says), SIGNS))).await;
    assert_eq!(status, 204, "{says}");
}

async fn why(town: &Town, name: &str) -> Option<String> {
    let row = town.rows(&format!("SELECT failing_why FROM users WHERE name = '{name}'")).await;
    row[0]["failing_why"].as_str().map(str::to_owned)
}

both! {
    async fn an_address_that_bounces_for_good_is_failing(town: Town) {
        let (town, fetched) = with_topic(&town);
        told(&town, "1", &bounce("Asha@Example.org")).await;
        assert_eq!(why(&town, "Asha").await.as_deref(), Some("bounced"));
        // The older form, a name around the address, several at once, nobody's address.
        let older = json!({ "notificationType": "Bounce", "bounce": { "bounceType": "Permanent", "bouncedRecipients": [
            { "emailAddress": "\"Bram B.\" <bram@example.org>" }, { "emailAddress": "nobody@example.org" }, { "emailAddress": "none" },
        ]}});
        told(&town, "2", &older).await;
        let (failing, complained, counted) = state(&town).await;
        assert_eq!((failing, complained, counted["sns bounce, permanent"]), (2, 0, 2));
        assert_eq!(*fetched.lock().unwrap(), [at("good")], "a certificate is fetched once");
    }

    async fn a_full_mailbox_is_counted_and_no_more(town: Town) {
        let (town, _) = with_topic(&town);
        for (id, kind) in [("1", "Transient"), ("2", "Undetermined"), ("3", "permanent")] {
            let mut says = bounce("asha@example.org");
            says["bounce"]["bounceType"] = json!(kind);
            told(&town, id, &says).await;
        }
        for (id, kind) in [("4", "Delivery"), ("5", "Send"), ("6", "Open"), ("7", "Bounce")] {
            told(&town, id, &json!({ "eventType": kind, "mail": {} })).await;
        }
        for (id, odd) in [("8", json!("hello")), ("9", json!(5)), ("10", json!({ "eventType": ["Bounce"] })), ("11", json!({}))] {
            told(&town, id, &odd).await;
        }
        let (failing, complained, counted) = state(&town).await;
        assert_eq!((failing, complained), (0, 0));
        assert_eq!((counted["sns bounce, transient"], counted["sns delivery"], counted["sns send"], counted["sns other"]), (3, 1, 1, 6));
    }

    async fn what_ses_says_it_took_was_taken(town: Town) {
        let (town, _) = with_topic(&town);
        let headers = json!([{ "name": "From", "value": "x" }, { "name": "Message-Id", "value": "<abc@example.org>" }]);
        told(&town, "1", &json!({ "eventType": "Send", "mail": { "headers": headers } })).await;
        let c = town.site.db.read();
        assert!(sns_messages::was_taken(c, "<abc@example.org>").await.unwrap());
        assert!(!sns_messages::was_taken(c, "<abd@example.org>").await.unwrap());
    }

    async fn whoever_complains_is_noted(town: Town) {
        let (town, _) = with_topic(&town);
        let complaint = json!({ "eventType": "Complaint", "complaint": {
            "complainedRecipients": [{ "emailAddress": "asha@example.org" }], "complaintFeedbackType": "abuse",
        }});
        told(&town, "1", &complaint).await;
        let (failing, complained, counted) = state(&town).await;
        assert_eq!((failing, complained, counted["sns complaint"]), (0, 1, 1));
        // What need not be sent is not sent to them from then on.
        let off = town.rows("SELECT topic FROM emails_off").await;
        assert_eq!(off.len(), Topic::ALL.len(), "{off:?}");
    }

    async fn what_comes_twice_is_believed_once(town: Town) {
        let (town, _) = with_topic(&town);
        let good = text(&signed(notification(&town, "1", &bounce("asha@example.org")), SIGNS));
        assert_eq!(post(&town, good.clone()).await, 204);
        town.force("UPDATE users SET failing_since = NULL, failing_why = NULL").await.unwrap();
        // Asha signed in since: an old message says nothing of today.
        assert_eq!(post(&town, good.clone()).await, 204);
        let (failing, _, counted) = state(&town).await;
        assert_eq!((failing, counted["sns bounce, permanent"]), (0, 1));
        town.wait(TimeDelta::minutes(61));
        assert_eq!(post(&town, good).await, 403);
        assert_eq!(state(&town).await.0, 0);
    }

    async fn a_certificate_of_the_region_or_below_another_is_as_good(town: Town) {
        for (id, name) in [("1", "regional"), ("2", "below")] {
            let (town, fetched) = with_topic(&town);
            let mut plain = notification(&town, id, &bounce("asha@example.org"));
            plain.insert("SigningCertURL".into(), at(name).into());
            assert_eq!(post(&town, text(&signed(plain, SIGNS))).await, 204, "{name}");
            let fetched = fetched.lock().unwrap().clone();
            let above = (name == "below").then(|| "http://crt.r2m01.amazontrust.com/r2m01.cer".to_owned());
            assert_eq!(fetched, [Some(at(name)), above].into_iter().flatten().collect::<Vec<_>>());
        }
        assert_eq!(state(&town).await.0, 1);
    }

    async fn a_certificate_that_ran_out_since_it_was_fetched_is_none(town: Town) {
        let (town, _) = with_topic(&town);
        told(&town, "1", &bounce("asha@example.org")).await;
        town.wait(TimeDelta::days(365 * 100));
        let mut late = notification(&town, "2", &bounce("bram@example.org"));
        late.insert("Timestamp".into(), time(town.now()).into());
        assert_eq!(post(&town, text(&signed(late, SIGNS))).await, 403);
        assert_eq!(state(&town).await.0, 1);
    }

    async fn a_subscription_to_a_listed_topic_is_confirmed(town: Town) {
        let (town, fetched) = with_topic(&town);
        let confirms = text(&signed(confirmation(&town, "1", TOPIC), SIGNS));
        assert_eq!(post(&town, confirms).await, 204);
        let visited = fetched.lock().unwrap().clone();
        assert_eq!(visited.len(), 2, "{visited:?}");
        assert!(visited[1].ends_with("/?Action=ConfirmSubscription&Token=2336412f37"), "{visited:?}");
        assert_eq!(state(&town).await.2["sns subscribed"], 1);
        let mut ends = message(json!({}));
        ends.append(&mut confirmation(&town, "2", TOPIC));
        ends.insert("Type".into(), "UnsubscribeConfirmation".into());
        assert_eq!(post(&town, text(&signed(ends, SIGNS))).await, 204);
        assert_eq!(state(&town).await.2["sns unsubscribed"], 1);
        assert_eq!(fetched.lock().unwrap().len(), 2, "nothing is subscribed again");
    }
}
