//! Letters, as they arrive at a mail server: who gets which, in which language, and what a bad server does to the shop.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use mail_parser::{MessageParser, MimeHeaders as _};
use mailin::{Action, Handler, Response, SessionBuilder, response};
use serde_json::json;
use storefront::orders::changes::{self, Parcel, PayBack};
use storefront::outbox;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpListener;
use ucp::order::{AdjustmentType, LineQuantity};

use crate::counter::{Counter, filled, path};

/// A mail server: what it took, and what it says to recipients.
#[derive(Clone, Default)]
struct Server {
    taken: Arc<Mutex<Vec<Taken>>>,
    refuse: Arc<Mutex<Option<u16>>>,
}

#[derive(Clone, Debug, Default)]
struct Taken {
    from: String,
    to: Vec<String>,
    data: Vec<u8>,
}

struct Session {
    server: Server,
    letter: Taken,
}

impl Handler for Session {
    fn mail(&mut self, _: std::net::IpAddr, _: &str, from: &str) -> Response {
        self.letter = Taken { from: from.to_owned(), ..Taken::default() };
        response::OK
    }

    fn rcpt(&mut self, to: &str) -> Response {
        if let Some(code) = *self.server.refuse.lock().unwrap() {
            return Response::custom(code, "not today".to_owned());
        }
        self.letter.to.push(to.to_owned());
        response::OK
    }

    fn data(&mut self, line: &[u8]) -> std::io::Result<()> {
        self.letter.data.extend_from_slice(line);
        Ok(())
    }

    fn data_end(&mut self) -> Response {
        self.server.taken.lock().unwrap().push(std::mem::take(&mut self.letter));
        response::OK
    }
}

impl Server {
    async fn open() -> (Self, SocketAddr) {
        let server = Self::default();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(server.clone().serve(listener));
        (server, address)
    }

    async fn serve(self, listener: TcpListener) {
        while let Ok((stream, peer)) = listener.accept().await {
            let handler = Session { server: self.clone(), letter: Taken::default() };
            let mut session = SessionBuilder::new("mail.example").build(peer.ip(), handler);
            tokio::spawn(async move {
                let mut stream = BufReader::new(stream);
                let mut answer = session.greeting();
                let mut line = Vec::new();
                loop {
                    stream.write_all(&answer.buffer().unwrap()).await.unwrap();
                    if answer.action == Action::Close {
                        return;
                    }
                    line.clear();
                    match stream.read_until(b'\n', &mut line).await {
                        Ok(1..) => answer = session.process(&line),
                        _ => return,
                    }
                }
            });
        }
    }

    fn taken(&self) -> Vec<Taken> {
        self.taken.lock().unwrap().clone()
    }
}

/// What a reader sees of a letter.
struct Read {
    subject: String,
    id: String,
    plain: String,
    html: String,
}

fn read(taken: &Taken) -> Read {
    let message = MessageParser::default().parse(&taken.data).unwrap();
    assert!(message.content_type().unwrap().is_multipart_alternative(), "{:?}", message.content_type());
    Read {
        subject: message.subject().unwrap().to_owned(),
        id: message.message_id().unwrap().to_owned(),
        plain: message.body_text(0).unwrap().into_owned(),
        html: message.body_html(0).unwrap().into_owned(),
    }
}

trait Alternative {
    fn is_multipart_alternative(&self) -> bool;
}

impl Alternative for mail_parser::ContentType<'_> {
    fn is_multipart_alternative(&self) -> bool {
        self.ctype() == "multipart" && self.subtype() == Some("alternative")
    }
}

async fn shop(address: SocketAddr) -> Counter {
    Counter::with(&["--smtp-url", &format!("smtp://{address}"), "--mail-from", "Lantern <orders@lantern.example>"]).await
}

/// Buys and returns the order's id and the key that opens it.
async fn bought(counter: &Counter, lines: &[(&str, i64)], country: &str, currency: &str, language: &str) -> (String, String) {
    let checkout = counter.checkout(lines, country, currency).await;
    let mut body = filled(&checkout, country, &[]);
    body["context"]["language"] = json!(language);
    let ready = counter.put(&path(&checkout), body).await.body;
    assert_eq!(ready["status"], "ready_for_complete", "{}", ready["messages"]);
    let paid = counter.pay(&ready, "4242424242424242").await.body;
    let link = paid["order"]["permalink_url"].as_str().unwrap();
    (paid["order"]["id"].as_str().unwrap().to_owned(), link.split_once('#').unwrap().1.to_owned())
}

#[tokio::test]
async fn a_purchase_is_confirmed_by_one_letter_with_all_that_was_sold() {
    let (server, address) = Server::open().await;
    let counter = shop(address).await;
    let (id, key) = bought(&counter, &[("mug", 2), ("song", 1)], "US", "USD", "en").await;
    outbox::round(&counter.state).await.unwrap();
    outbox::round(&counter.state).await.unwrap();
    let taken = server.taken();
    assert_eq!(taken.len(), 1);
    assert_eq!(
        (taken[0].from.as_str(), taken[0].to.as_slice()),
        ("orders@lantern.example", ["jane@example.com".to_owned()].as_slice())
    );
    let letter = read(&taken[0]);
    assert_eq!(letter.subject, "Your order #1001 at Fanshelf");
    let order = counter.send("GET", &format!("/orders/{id}"), None, &[("authorization", &format!("Bearer {key}"))]).await.body;
    let total = order["totals"].as_array().unwrap().iter().find(|row| row["type"] == "total").unwrap();
    let total = format!("${}", ucp::money::decimal(total["amount"].as_i64().unwrap(), "USD"));
    for text in [&letter.plain, &letter.html] {
        for expected in
            ["Hello Jane,", "The mug", "The song", "1 Main St", "United States", &total, "Arrives by", "Your downloads"]
        {
            assert!(text.contains(expected), "{expected}: {text}");
        }
        assert!(text.contains(&format!("/orders/{id}?lang=en#{key}")), "{text}");
    }
    assert!(letter.html.contains("<html lang=\"en\" dir=\"ltr\">") && !letter.html.contains("<script"));
    let kept = counter.count(&format!("SELECT COUNT(*) FROM outbox WHERE body LIKE '%{key}%' OR topic LIKE '%{key}%'")).await;
    assert_eq!(kept, 0, "the key that opens the order is in the letter and nowhere else");
}

#[tokio::test]
async fn an_arabic_buyer_gets_an_arabic_letter_from_right_to_left() {
    let (server, address) = Server::open().await;
    let counter = shop(address).await;
    bought(&counter, &[("mug", 1)], "AE", "AED", "ar").await;
    outbox::round(&counter.state).await.unwrap();
    let letter = read(&server.taken()[0]);
    assert_eq!(letter.subject, "طلبك #1001 من Fanshelf");
    assert!(letter.html.contains("<html lang=\"ar\" dir=\"rtl\">") && letter.html.contains("text-align:right"));
    for text in [&letter.plain, &letter.html] {
        assert!(text.contains("ال mug") && text.contains("د.إ") && text.contains("الإمارات العربية المتحدة"), "{text}");
        assert!(!text.contains("Thank you"), "{text}");
    }
}

/// All that is left, for no reason.
fn whole() -> PayBack {
    PayBack { amount: None, lines: Vec::new(), restock: false, kind: AdjustmentType::Refund, reason: None }
}

#[tokio::test]
async fn parcels_refunds_and_cancellations_are_written_about() {
    let (server, address) = Server::open().await;
    let counter = shop(address).await;
    let (id, _) = bought(&counter, &[("mug", 2), ("poster", 1)], "US", "USD", "en").await;
    let (db, now) = (&counter.state.db, counter.clock.now());
    let line = |quantity| LineQuantity { id: "li_1".into(), quantity };
    let parcel = Parcel {
        lines: vec![line(1)],
        carrier: Some("UPS".into()),
        tracking_number: Some("1Z<1>".into()),
        tracking_url: Some("https://ups.example/1Z1?a=1&b=2".into()),
    };
    changes::ship(db, now, &id, parcel).await.unwrap();
    changes::deliver(db, now + 1, &id, &[]).await.unwrap();
    changes::cancel(db, now + 2, &id, &[line(1)], Some("One cup <b>broke</b>".into()), true).await.unwrap();
    for _ in 0..3 {
        outbox::round(&counter.state).await.unwrap();
    }
    let letters: Vec<Read> = server.taken().iter().map(read).collect();
    let subjects: Vec<&str> = letters.iter().map(|letter| letter.subject.as_str()).collect();
    assert_eq!(
        subjects,
        [
            "Your order #1001 at Fanshelf",
            "Your order #1001 is on its way",
            "A part of your order #1001 is cancelled",
            "You get $15.66 back for your order #1001",
        ]
    );
    let shipped = &letters[1];
    assert!(
        shipped.plain.contains("The rest follows") && shipped.plain.contains("1 × The mug") && !shipped.plain.contains("poster")
    );
    assert!(shipped.html.contains("1Z&lt;1&gt;") && shipped.html.contains("https://ups.example/1Z1?a=1&amp;b=2"));
    assert!(letters[2].html.contains("One cup &lt;b&gt;broke&lt;/b&gt;"), "what people type is text");
    assert!(letters[3].plain.contains("$15.66") && letters[3].plain.contains("card you paid with"));
    let ids: std::collections::BTreeSet<&str> = letters.iter().map(|letter| letter.id.as_str()).collect();
    assert_eq!(ids.len(), 4);
    changes::refund(db, now + 3, &id, PayBack { amount: Some(123), ..whole() }).await.unwrap();
    outbox::round(&counter.state).await.unwrap();
    assert_eq!(read(server.taken().last().unwrap()).subject, "You get $1.23 back for your order #1001");
}

#[tokio::test]
async fn a_mail_server_that_never_answers_delays_no_order_and_no_webhook() {
    // It takes connections and says nothing, ever.
    let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let counter = shop(silent.local_addr().unwrap()).await;
    let worker = tokio::spawn(outbox::deliver(counter.state.clone(), storefront::store::outbox::Kind::Mail));
    let started = Instant::now();
    for _ in 0..3 {
        bought(&counter, &[("sticker", 1)], "US", "USD", "en").await;
    }
    assert!(started.elapsed() < Duration::from_secs(8), "{:?}", started.elapsed());
    assert_eq!(counter.count("SELECT COUNT(*) FROM orders").await, 3);
    let deadline = Instant::now() + Duration::from_secs(10);
    while counter.count("SELECT COUNT(*) FROM outbox WHERE kind = 'mail' AND tries = 1").await < 3 {
        assert!(Instant::now() < deadline, "the letters are in somebody's hands");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(counter.count("SELECT COUNT(*) FROM outbox WHERE kind = 'mail' AND state = 'waiting'").await, 3);
    worker.abort();
}

#[tokio::test]
async fn a_dead_mail_server_gets_the_letters_when_it_lives_again_under_the_same_ids() {
    let reserved = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = reserved.local_addr().unwrap();
    drop(reserved);
    let counter = shop(address).await;
    bought(&counter, &[("mug", 1)], "US", "USD", "en").await;
    outbox::round(&counter.state).await.unwrap();
    assert_eq!(counter.count("SELECT COUNT(*) FROM outbox WHERE kind = 'mail' AND tries = 1 AND failure IS NOT NULL").await, 1);
    let server = Server::default();
    tokio::spawn(server.clone().serve(TcpListener::bind(address).await.unwrap()));
    *server.refuse.lock().unwrap() = Some(451);
    counter.clock.advance(1_000);
    outbox::round(&counter.state).await.unwrap();
    assert!(server.taken().is_empty());
    *server.refuse.lock().unwrap() = None;
    counter.clock.advance(2_000);
    outbox::round(&counter.state).await.unwrap();
    let taken = server.taken();
    assert_eq!(taken.len(), 1);
    let id = read(&taken[0]).id;
    assert_eq!(
        counter.count(&format!("SELECT COUNT(*) FROM outbox WHERE kind = 'mail' AND id || '@lantern.example' = '{id}'")).await,
        1
    );
}

#[tokio::test]
async fn an_address_that_the_server_does_not_know_is_given_up_at_once() {
    let (server, address) = Server::open().await;
    *server.refuse.lock().unwrap() = Some(550);
    let counter = shop(address).await;
    bought(&counter, &[("mug", 1)], "US", "USD", "en").await;
    outbox::round(&counter.state).await.unwrap();
    assert_eq!(counter.count("SELECT COUNT(*) FROM outbox WHERE kind = 'mail' AND state = 'given_up'").await, 1);
}
