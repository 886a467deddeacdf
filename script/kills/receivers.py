"""Three who take mail and count it: an SES, one that also says what it took, and a relay."""

import base64
import json
import secrets
import socketserver
import threading
import time
from collections import defaultdict
from datetime import datetime, timezone
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

# As slow as a service in the next city, so that something is in hand at any moment.
LATENCY = 0.03
# How long what was taken is collected before it is said.
SAID_AFTER = 1


class Receiver:
    """Notes what it was given: for whom, under which subject, and each time by which Message-ID."""

    def __init__(self):
        self.lock = threading.Lock()
        self.given = defaultdict(list)
        self.times = []

    def take(self, message):
        read = message_from_bytes(message, policy=policy.default)
        time.sleep(LATENCY)
        with self.lock:
            self.given[read["To"].addresses[0].addr_spec, read["Subject"]].append(read["Message-ID"])
            self.times.append(time.monotonic())
        return read["Message-ID"]

    def watches(self, database):
        """Told where the program keeps its data."""

    def serve(self, server):
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return server.server_address[1]


class HttpServer(ThreadingHTTPServer):
    def handle_error(self, *_):
        """Whoever is killed hangs up."""


class TcpServer(socketserver.ThreadingTCPServer):
    def handle_error(self, *_):
        """Whoever is killed hangs up."""


class Ses(Receiver):
    name = "SES"

    def __init__(self):
        super().__init__()
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            # Otherwise the body of an answer waits 40 ms until its head is confirmed.
            disable_nagle_algorithm = True

            def do_GET(self):
                quota = {"Max24HourSend": 1e6, "MaxSendRate": 50.0, "SentLast24Hours": 0.0}
                self.answer({"SendingEnabled": True, "ProductionAccessEnabled": True, "SendQuota": quota})

            def do_POST(self):
                asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                receiver.took(receiver.take(base64.b64decode(asked["Content"]["Raw"]["Data"])))
                self.answer({"MessageId": "0100-taken"})

            def answer(self, said):
                body = json.dumps(said).encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        port = self.serve(HttpServer(("127.0.0.1", 0), Handler))
        self.settings = {
            "AWS_ENDPOINT_URL_SESV2": f"http://127.0.0.1:{port}",
            "AWS_ACCESS_KEY_ID": "x",
            "AWS_SECRET_ACCESS_KEY": "y",
        }

    def took(self, message_id):
        """Says nothing of what it took."""


class SesWithEvents(Ses):
    """Says what it took, as far as that can be played: SNS signs its messages, so what the program writes into its database
    when it has believed one is written there directly. (That it believes no others is tested elsewhere.)"""

    name = "SES with events"

    def __init__(self):
        self.unsaid = []
        super().__init__()

    def took(self, message_id):
        with self.lock:
            self.unsaid.append(message_id)

    def watches(self, database):
        threading.Thread(target=self.say_always, args=(database,), daemon=True).start()

    def say_always(self, database):
        while True:
            time.sleep(SAID_AFTER)
            with self.lock:
                said, self.unsaid = self.unsaid, []
            if said:
                now = datetime.now(timezone.utc).isoformat(" ")
                rows = ", ".join(f"('{secrets.token_hex(16)}', '{now}', '{message_id}')" for message_id in said)
                database.change(f"INSERT INTO sns_messages (id, at, taken) VALUES {rows}")


class Smtp(Receiver):
    name = "SMTP"

    def __init__(self):
        super().__init__()
        receiver = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self):
                self.say("220 relay ready")
                for line in self.rfile:
                    verb = line.split(b" ")[0].strip().upper()
                    if verb in (b"EHLO", b"HELO"):
                        self.say("250 relay")
                    elif verb == b"DATA":
                        self.say("354 go on")
                        receiver.take(self.data())
                        self.say("250 taken")
                    elif verb == b"QUIT":
                        return self.say("221 bye")
                    else:
                        self.say("250 fine")

            def data(self):
                lines = []
                for line in self.rfile:
                    if line == b".\r\n":
                        return b"".join(lines)
                    lines.append(line)
                raise ConnectionError("it ended before the dot")

            def say(self, words):
                self.wfile.write(words.encode() + b"\r\n")

        port = self.serve(TcpServer(("127.0.0.1", 0), Handler))
        self.settings = {
            "MAIL_TRANSPORT": "smtp",
            "MAIL_FROM": "tickets@example.org",
            "MAIL_RATE": "50",
            "SMTP_URL": f"smtp://127.0.0.1:{port}?tls=none",
        }
