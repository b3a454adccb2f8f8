/// What reads a mail behind the sandbox's walls: the parser of Python's own library, kept by the makers of the language
/// and patched by Debian, written in a language without memory errors. It answers with one small line of JSON.
enum MailScript {
  static let python = "/usr/bin/python3"
  static let command = [python, "-I", "-S", "-c", text]

  /// The longest text that is taken out of a mail, in characters.
  static let longestText = 100_000

  private static let text = #"""
    import email, email.header, email.policy, html.parser, json, re, sys
    mail = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.compat32)

    def plain(text, limit):
        text = "".join(c if c in "\n\t" or c.isprintable() else " " for c in text)
        return text.encode("utf-8", "replace").decode("utf-8")[:limit]

    def head(name):
        value = mail.get(name)
        if value is None: return None
        try: value = str(email.header.make_header(email.header.decode_header(str(value))))
        except Exception: value = str(value)
        return " ".join(plain(value, 4000).split())[:500] or None

    class Text(html.parser.HTMLParser):
        def __init__(self):
            super().__init__()
            self.parts, self.off = [], 0
        def handle_starttag(self, tag, attrs):
            if tag in ("script", "style", "head"): self.off += 1
            if tag in ("br", "p", "div", "tr", "li"): self.parts.append("\n")
        def handle_endtag(self, tag):
            if tag in ("script", "style", "head") and self.off: self.off -= 1
        def handle_data(self, data):
            if not self.off: self.parts.append(data)

    def words(part):
        raw = part.get_payload(decode=True) or b""
        try: text = raw.decode(part.get_content_charset() or "utf-8", "replace")
        except LookupError: text = raw.decode("utf-8", "replace")
        if part.get_content_type() != "text/html": return text
        reader = Text()
        reader.feed(text[:1000000])
        return "".join(reader.parts)

    shown, other, attachments = [], [], 0
    for number, part in enumerate(mail.walk()):
        if number >= 500: break
        if part.is_multipart(): continue
        if part.get_filename() or part.get_content_disposition() == "attachment": attachments += 1
        elif part.get_content_type() == "text/plain": shown.append(words(part))
        elif part.get_content_type() == "text/html": other.append(words(part))
    text = plain("\n".join(shown or other), 100000)
    subject = head("Subject")
    found = re.findall(r"(?<![0-9A-Z])PV-[0-9A-HJKMNP-TV-Z]{6}(?![0-9A-Z])", ((subject or "") + "\n" + text).upper())
    said = {"from": head("From"), "date": head("Date"), "subject": subject, "messageID": head("Message-ID"),
        "attachments": attachments, "text": text, "references": sorted(set(found))[:20]}
    sys.stdout.write(json.dumps({k: v for k, v in said.items() if v is not None}))
    """#
}
