import { createTRPCClient, httpBatchLink, httpSubscriptionLink, retryLink, splitLink } from "@trpc/client";
//#region src/sse-parser.ts
/**
* Reads the text of an event stream piece by piece and tells each event when it is complete: an event that was cut is not told, and its
* id is not remembered.
*/
function sseParser(lastEventId, tell) {
	let rest = "";
	let id = lastEventId;
	let type = "";
	let data = [];
	const dispatch = () => {
		if (data.length > 0) tell({
			type: type || "message",
			data: data.join("\n"),
			lastEventId: id
		});
		type = "";
		data = [];
	};
	const line = (text) => {
		if (text === "") return dispatch();
		const colon = text.indexOf(":");
		if (colon === 0) return;
		const field = colon < 0 ? text : text.slice(0, colon);
		const value = colon < 0 ? "" : text.slice(colon + (text[colon + 1] === " " ? 2 : 1));
		if (field === "data") data.push(value);
		if (field === "event") type = value;
		if (field === "id" && !value.includes("\0")) id = value;
	};
	return (text) => {
		const lines = (rest + text).split(/\r\n|\n|\r(?!$)/);
		rest = lines.pop() ?? "";
		for (const each of lines) line(each);
	};
}
//#endregion
//#region src/event-source.ts
const passing$1 = new Set([
	408,
	429,
	500,
	502,
	503,
	504
]);
const longestPauseMs = 1e4;
/**
* An EventSource on fetch, for what the browsers' own cannot do and Node lacks: headers. It reconnects with a growing pause and
* `last-event-id`; a first answer's `last-event-id` header says where the stream begins, so that nothing is missed before the first event.
*/
var StreamSource = class {
	CONNECTING = 0;
	OPEN = 1;
	CLOSED = 2;
	readyState = 0;
	#listeners = /* @__PURE__ */ new Map();
	#end = new AbortController();
	#failures = 0;
	constructor(url, init) {
		this.#run(url, init);
	}
	addEventListener(type, listener) {
		const listeners = this.#listeners.get(type) ?? /* @__PURE__ */ new Set();
		this.#listeners.set(type, listeners.add(listener));
	}
	removeEventListener(type, listener) {
		this.#listeners.get(type)?.delete(listener);
	}
	close() {
		this.readyState = this.CLOSED;
		this.#end.abort();
	}
	#tell(event) {
		if (this.readyState === this.CLOSED && event.type !== "error") return;
		for (const listener of [...this.#listeners.get(event.type) ?? []]) listener(event);
	}
	async #run(url, init) {
		await Promise.resolve();
		while (!this.#end.signal.aborted) {
			const failed = await this.#connect(url, init).catch((error) => ({
				type: "error",
				message: error instanceof Error ? error.message : String(error)
			}));
			if (this.#end.signal.aborted) return;
			this.readyState = this.CONNECTING;
			this.#tell(failed);
			await pause(Math.min(200 * 2 ** this.#failures++, longestPauseMs) * (.5 + Math.random()), this.#end.signal);
		}
	}
	/** One connection, to its end; what ended it. */
	async #connect(url, { position, headers, send }) {
		const { lastEventId } = position;
		const answer = await send(url, {
			headers: {
				accept: "text/event-stream",
				...headers(),
				...lastEventId !== "" && { "last-event-id": lastEventId }
			},
			cache: "no-store",
			signal: this.#end.signal
		});
		if (answer.status !== 200 || answer.body === null) return this.#refused(answer);
		this.readyState = this.OPEN;
		if (lastEventId === "") position.lastEventId = answer.headers.get("last-event-id") ?? "";
		const feed = sseParser(position.lastEventId, (event) => {
			position.lastEventId = event.lastEventId;
			if (event.type === "message" || event.type === "ping") this.#failures = 0;
			this.#tell(event);
		});
		const decoder = new TextDecoder();
		const reader = answer.body.getReader();
		try {
			for (;;) {
				const { done, value } = await reader.read();
				if (done) return {
					type: "error",
					message: "The stream ended."
				};
				feed(decoder.decode(value, { stream: true }));
			}
		} finally {
			reader.cancel().catch(() => {});
		}
	}
	async #refused(answer) {
		const body = await answer.json().catch(() => null);
		const error = typeof body === "object" && body !== null && "error" in body ? body.error : void 0;
		const event = {
			type: "error",
			message: `The shop answered with status ${answer.status}.`,
			error
		};
		if (passing$1.has(answer.status)) return event;
		this.close();
		this.#tell(event);
		return event;
	}
};
const pause = (ms, signal) => new Promise((resolve) => {
	const done = () => {
		clearTimeout(timer);
		signal.removeEventListener("abort", done);
		resolve();
	};
	const timer = setTimeout(done, ms);
	signal.addEventListener("abort", done);
});
//#endregion
//#region src/idempotency.ts
/** 160 random bits: a key that nobody guesses is what a guest's repeat is found by. */
function newKey() {
	const bytes = globalThis.crypto.getRandomValues(new Uint8Array(20));
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
const keyOf = (op) => {
	const key = op.context["idempotencyKey"];
	return typeof key === "string" ? key : "";
};
/**
* Gives each mutation its key, before anything may repeat it. A caller who wants to repeat a call in another process passes its own:
* `mutate(input, { context: { idempotencyKey } })`, 16 to 255 letters, digits, `-` and `_`,
* drawn at random.
*/
const idempotencyLink = () => () => ({ op, next }) => {
	if (op.type !== "mutation") return next(op);
	const idempotencyKey = keyOf(op) || newKey();
	if (!/^[\w-]{16,255}$/.test(idempotencyKey)) throw new Error("An idempotency key is 16 to 255 letters, digits, \"-\" and \"_\".");
	return next({
		...op,
		context: {
			...op.context,
			idempotencyKey
		}
	});
};
/** One key per call of the batch, in order; none for reads. */
const keyHeader = (ops) => ops.some((op) => keyOf(op) !== "") ? { "idempotency-key": ops.map(keyOf).join(",") } : {};
//#endregion
//#region src/requests.ts
const bearerHeader = ({ bearer }) => bearer ? { authorization: `Bearer ${bearer}` } : {};
const cartHeader = ({ cart }) => ({ "cart-token": cart || "new" });
/** Reads the options once; tokens and language are looked at again at each call. */
function requestsOf(face, options) {
	const { credentials, locale } = options;
	const tokens = credentials === void 0 ? options.tokens ?? {} : null;
	return {
		url: `${options.url.toString().replace(/\/+$/, "")}/rpc/${face}`,
		headers: () => ({
			...tokens !== null && bearerHeader(tokens),
			...tokens !== null && face === "shop" && cartHeader(tokens),
			...locale !== void 0 && { "accept-language": typeof locale === "function" ? locale() : locale }
		}),
		async send(url, init) {
			const answer = await (options.fetch ?? globalThis.fetch)(url, {
				...init,
				...credentials !== void 0 && { credentials }
			});
			const cart = answer.headers.get("cart-token");
			if (tokens !== null && cart) tokens.cart = cart;
			return answer;
		}
	};
}
/** A failure below the shop's own words: a proxy's page, a refused origin. Carries the status. */
const httpFailure = (status, words) => Object.assign(new Error(words || `The shop answered with status ${status}.`), { status });
const isObject = (value) => typeof value === "object" && value !== null;
/** The words of an answer that is not tRPC's, or null when it is tRPC's. */
function foreignWords(body) {
	const first = Array.isArray(body) ? body[0] : body;
	if (isObject(first) && ("result" in first || isObject(first["error"]))) return null;
	return isObject(first) && typeof first["error"] === "string" ? first["error"] : "";
}
/** Answers that are not tRPC's become an error with their status, so that the retry and the caller can tell them apart. */
async function readAnswer(answer) {
	if (answer.ok) return answer;
	const body = await answer.json().catch(() => null);
	const words = foreignWords(body);
	if (words !== null) throw httpFailure(answer.status, words);
	return {
		ok: false,
		status: answer.status,
		headers: answer.headers,
		json: async () => body
	};
}
//#endregion
//#region src/retry.ts
const attempts = 4;
const passing = new Set([
	502,
	503,
	504
]);
const numberAt = (value, name) => {
	const found = typeof value === "object" && value !== null ? Reflect.get(value, name) : void 0;
	return typeof found === "number" ? found : void 0;
};
const statusOf = ({ data, meta, cause }) => numberAt(data, "httpStatus") ?? numberAt(meta?.["response"], "status") ?? numberAt(cause, "status");
/** Whether asking again may help: nothing came back, or a gateway or a busy shop said "later". */
function isPassing(error) {
	const status = statusOf(error);
	return status === void 0 || passing.has(status);
}
/** About 0.2, 0.4 and 0.8 s, spread so that many clients do not return at once. */
const pauseMs = (attempt) => 200 * 2 ** (attempt - 1) * (.5 + Math.random());
/** Reads, and mutations by their key, are sent up to four times; subscriptions reconnect by themselves. */
const retries = () => retryLink({
	retry: ({ op, error, attempts: made }) => op.type !== "subscription" && op.signal?.aborted !== true && made < attempts && isPassing(error),
	retryDelayMs: pauseMs
});
//#endregion
//#region src/secrets.ts
const shownBy = (op) => op.context["shown"] ?? {};
/** A read without the secret in its input, and that secret. */
function apart({ path, input }) {
	if (typeof input !== "object" || input === null) return null;
	const { accessToken, token, ...rest } = input;
	if (path === "catalog.preview" && typeof token === "string") return {
		input: rest,
		shown: { previewToken: token }
	};
	const { id } = rest;
	if (typeof accessToken !== "string" || typeof id !== "string") return null;
	return {
		input: token === void 0 ? rest : {
			...rest,
			token
		},
		shown: { orderAccess: `${id}.${accessToken}` }
	};
}
/** Reads travel in an address, which logs keep: a secret among their input travels in a header instead. */
const secretsLink = () => () => ({ op, next }) => {
	const found = op.type === "mutation" ? null : apart(op);
	return next(found === null ? op : {
		...op,
		input: found.input,
		context: {
			...op.context,
			shown: found.shown
		}
	});
};
/** The secrets of the calls that travel together: those of orders by their ids, those of previews by their place. */
function secretHeaders(ops) {
	const shown = ops.map(shownBy);
	const access = [...new Set(shown.flatMap(({ orderAccess }) => orderAccess ?? []))];
	const previews = shown.map(({ previewToken }) => previewToken ?? "");
	return {
		...access.length > 0 && { "order-access": access.join(" ") },
		...previews.some((token) => token !== "") && { "preview-token": previews.join(",") }
	};
}
//#endregion
//#region src/links.ts
/** Where a subscription goes on: after the caller's `lastEventId`, then after what came last. */
function positions() {
	const known = /* @__PURE__ */ new WeakMap();
	return (op) => {
		const given = typeof op.input === "object" && op.input !== null ? Reflect.get(op.input, "lastEventId") : void 0;
		const position = known.get(op) ?? { lastEventId: typeof given === "string" ? given : "" };
		known.set(op, position);
		return position;
	};
}
/** The key is made before anything may repeat the call; the repeat is decided before calls are packed into batches. */
function linksOf(face, options) {
	const { url, headers, send } = requestsOf(face, options);
	const positionOf = positions();
	return [
		idempotencyLink(),
		secretsLink(),
		retries(),
		splitLink({
			condition: ({ type }) => type === "subscription",
			true: httpSubscriptionLink({
				url,
				EventSource: StreamSource,
				eventSourceOptions: ({ op }) => ({
					position: positionOf(op),
					send,
					headers: () => ({
						...headers(),
						...secretHeaders([op])
					})
				})
			}),
			false: httpBatchLink({
				url,
				maxItems: 10,
				maxURLLength: 8e3,
				headers: ({ opList }) => ({
					...headers(),
					...keyHeader(opList),
					...secretHeaders(opList)
				}),
				fetch: async (input, init) => readAnswer(await send(input, init ?? {}))
			})
		})
	];
}
/** The links of a shop client, for whoever builds one itself (`createTRPCReact`). */
const shopLinks = (options) => linksOf("shop", options);
/** The links of a console client. */
const adminLinks = (options) => linksOf("admin", options);
//#endregion
//#region src/problem-of.ts
const fieldOf = (value, name) => typeof value === "object" && value !== null ? Reflect.get(value, name) : void 0;
/**
* The refusal that an error stands for, its details typed by its code; null for everything else (no network, a fault of the shop, an
* error of the caller's own).
*/
function problemOf(error) {
	const problem = fieldOf(fieldOf(error, "data"), "problem");
	return typeof fieldOf(problem, "code") === "string" ? problem : null;
}
//#endregion
//#region src/index.ts
/** What a shopper may do, typed. Calls of the same moment travel together; mutations may be repeated safely. */
const createShopClient = (options) => createTRPCClient({ links: shopLinks(options) });
/** What staff may do, typed. */
const createAdminClient = (options) => createTRPCClient({ links: adminLinks(options) });
//#endregion
export { adminLinks, createAdminClient, createShopClient, problemOf, shopLinks };
