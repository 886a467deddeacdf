use super::read::Reader;

const ACCEPTED: &str =
    "ARNs of SNS topics, with commas between them, or none, such as arn:aws:sns:eu-west-2:123456789012:bounces";

/// `SNS_TOPICS`: the topics whose messages about emails are believed. None: none are taken.
pub(super) fn topics(read: &mut Reader<'_>) -> Vec<String> {
    let Some(seen) = read.text("SNS_TOPICS") else { return Vec::new() };
    if seen == "none" {
        return Vec::new();
    }
    let topics: Vec<_> = seen.split(',').map(str::trim).collect();
    if !topics.iter().all(|topic| is_topic(topic)) {
        read.refuse("SNS_TOPICS", &seen, ACCEPTED);
    }
    topics.into_iter().map(str::to_owned).collect()
}

/// Partition, region, account, name (<https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html>).
fn is_topic(arn: &str) -> bool {
    let parts: Vec<_> = arn.split(':').collect();
    let [scheme, partition, service, region, account, name] = parts[..] else { return false };
    let word = |text: &str, also: &[u8]| {
        !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || also.contains(&b))
    };
    scheme == "arn"
        && (partition == "aws" || partition.starts_with("aws-"))
        && service == "sns"
        && word(region, b"-")
        && account.len() == 12
        && account.bytes().all(|b| b.is_ascii_digit())
        && word(name, b"-_.")
        && name.len() <= 256
}

#[cfg(test)]
mod tests {
    use super::is_topic;

    #[test]
    fn a_topic_is_named_whole() {
        for arn in ["arn:aws:sns:eu-west-2:123456789012:bounces", "arn:aws-cn:sns:cn-north-1:123456789012:Mail_1.fifo"]
        {
            assert!(is_topic(arn), "{arn}");
        }
        for arn in [
            "",
            "bounces",
            "arn:aws:sns:eu-west-2:123456789012:",
            "arn:aws:sns:eu-west-2:12345678901:bounces",
            "arn:aws:sqs:eu-west-2:123456789012:bounces",
            "arn:aws:sns:eu-west-2:123456789012:bounces:eb3f1c2a",
            "arn:aws:sns:eu-west-2:123456789012:all *",
            "arn:aws:sns::123456789012:bounces",
        ] {
            assert!(!is_topic(arn), "{arn}");
        }
    }
}
