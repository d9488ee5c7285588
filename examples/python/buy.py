"""Buys one piece of the first product on the shelf that can be had: python3 buy.py http://localhost:4000

Python 3.9 or newer, the standard library alone.
"""

import json
import sys
import urllib.error
import urllib.parse
import urllib.request
import uuid

BASE = sys.argv[1] if len(sys.argv) > 1 else "http://localhost:4000"
token = None


class Problem(Exception):
    """What the shop refused: a problem document (RFC 9457)."""


def call(method, path, body=None):
    headers = {"accept-language": "en"}
    if token is not None:
        headers["authorization"] = f"Bearer {token}"
    if method != "GET":
        # Drawn once for each call: sent again with the same key, nothing happens twice.
        headers["idempotency-key"] = str(uuid.uuid4())
    data = None
    if body is not None:
        headers["content-type"] = "application/json"
        data = json.dumps(body).encode()
    request = urllib.request.Request(BASE + path, data=data, headers=headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            text = answer.read()
            return json.loads(text) if text else None
    except urllib.error.HTTPError as error:
        problem = json.loads(error.read())
        raise Problem(f"{problem['code']}: {problem['detail']} (request {problem['requestId']})") from None


account = {"email": f"buyer-{uuid.uuid4()}@email.test", "password": str(uuid.uuid4())}
token = call("POST", "/api/auth/register", account)["token"]

search = urllib.parse.urlencode({"inStock": "true", "limit": 5})
card = call("GET", f"/api/catalog/products?{search}")["items"][0]
product = call("GET", f"/api/catalog/products/{urllib.parse.quote(card['slug'])}")
variant = next(one for one in product["variants"] if one["stock"] != "out_of_stock")

cart = call("POST", "/api/cart/add", {"variantId": variant["id"]})
placed = call(
    "POST",
    "/api/orders/checkout",
    {
        "address": {"name": "Camille Roux", "line1": "3 quai Rambaud", "postcode": "69002", "city": "Lyon"},
        "quote": {"hash": cart["quote"]["hash"], "totalCents": cart["quote"]["totalCents"]},
        "termsVersion": cart["termsVersion"],
    },
)
paid = call("POST", "/api/orders/pay", {"id": placed["order"]["id"], "card": "card_success"})
invoice = call("GET", f"/api/orders/{placed['order']['id']}/invoice")["invoice"]

try:
    call("GET", "/api/admin/orders")
except Problem as refused:
    assert str(refused).startswith("not_allowed"), refused
else:
    raise AssertionError("a customer read the orders of everybody")

call("POST", "/api/auth/logout-v2")
order = paid["order"]
print(order["reference"], order["status"], order["totalCents"], invoice["number"])
