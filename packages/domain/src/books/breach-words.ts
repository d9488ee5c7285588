import type { Locale } from '../problem.ts'

/** What a check of the books says, in French by its English sentence; a `{place}` stands for what was found. */
const french = {
  'the engine finds fault with the file: {found}': 'la base trouve le fichier abîmé : {found}',
  'a row points to one of {found} that is not there': 'une ligne renvoie à une autre de {found} qui n’existe pas',
  '{column} names {found}, which is not among the {table}': '{column} nomme {found}, qui n’est pas dans {table}',
  'an entry of the address book has no place in it, is another person’s default, or lacks a part':
    'une adresse du carnet n’y a pas de place, est celle par défaut d’une autre personne, ou est incomplète',
  'a link of a colleague ends before it begins, or was used after its end':
    'le lien d’un collègue finit avant de commencer, ou a servi après sa fin',
  'a preview link ends before it begins': 'un lien d’aperçu finit avant de commencer',
  'the import is {found}, its counts or instants say otherwise':
    'l’import est {found}, ses comptes ou ses heures disent autre chose',
  'a picture has no size or no name': 'une photo n’a pas de taille ou pas de nom',
  'the words of the product in {found} are not where a search reads them':
    'les mots de l’article en {found} ne sont pas là où une recherche les lit',
  'a search in {found} does not find the product by the first of its words':
    'une recherche en {found} ne trouve pas l’article par le premier de ses mots',
  'a search knows each word of a product, and that its kind of product has it':
    'une recherche connaît chaque mot d’un article, et sait que ce genre d’article l’a',
  'a search in {language} does not know that the product has the word {word}':
    'une recherche en {language} ne sait pas que l’article a le mot {word}',
  'a search in {language} does not know the product by its price or category':
    'une recherche en {language} ne connaît pas l’article par son prix ou sa catégorie',
  'a search looks for a product at its price and in its category':
    'une recherche cherche un article à son prix et dans sa catégorie',
  'a search in {language} looks for the product at another price or in another category':
    'une recherche en {language} cherche l’article à un autre prix ou dans une autre catégorie',
  'the text index has words of a product that is not there': 'l’index des mots en a d’un article qui n’existe pas',
  'a limit counted {found}': 'une limite a compté {found}',
  'the speed of pages was counted {found} times': 'la vitesse des pages a été comptée {found} fois',
  '{found} messages count as unread, the thread holds {wanted} from the other side':
    '{found} messages comptent comme non lus, la conversation en a {wanted} de l’autre côté',
  'the thread is sorted by another instant than its newest message':
    'la conversation est rangée à une autre heure que celle de son dernier message',
  '{table} holds {found}: not a whole number of minor units that can be counted':
    '{table} contient {found} : ce n’est pas un nombre entier de centimes que l’on puisse compter',
  'the amount is in {found}, a currency that the shop cannot count in':
    'le montant est en {found}, une devise dans laquelle la boutique ne compte pas',
  'line amounts do not follow from unit price x quantity - discount: full is {found}, should be {wanted}':
    'les montants de la ligne ne découlent pas de prix × quantité − remise : plein {found}, attendu {wanted}',
  'goods and discount of the order are {found}, its lines say {wanted}':
    'articles et remise de la commande font {found}, ses lignes disent {wanted}',
  'the order total is {found}, its lines and delivery come to {wanted}':
    'le total de la commande est {found}, ses lignes et la livraison font {wanted}',
  'the order total is {found}, its tax groups come to {wanted}':
    'le total de la commande est {found}, ses groupes de taxe font {wanted}',
  'the tax of a group is {found}, its rate gives {wanted}': 'la taxe d’un groupe est {found}, son taux donne {wanted}',
  'lines of one rate come to {found}, the tax group of that rate holds {wanted}':
    'les lignes d’un taux font {found}, le groupe de ce taux contient {wanted}',
  'an amount of the line is below zero: {found}': 'un montant de la ligne est sous zéro : {found}',
  'an amount of the order is below zero: {found}': 'un montant de la commande est sous zéro : {found}',
  'more was given back ({found}) than was captured ({wanted})':
    'on a rendu plus ({found}) que ce qui a été encaissé ({wanted})',
  'a refund of {found} has no captured payment behind it':
    'un remboursement de {found} n’a aucun paiement derrière lui',
  'captured and not given back is {found}, more than the order total {wanted}':
    'encaissé et non rendu : {found}, plus que le total de la commande, {wanted}',
  'the ledger entries of this event sum to {found}, not zero':
    'les écritures de ce fait ont pour somme {found}, et non zéro',
  'the whole ledger sums to {found}, not zero': 'tout le grand livre a pour somme {found}, et non zéro',
  'the invoice moved {wanted}, the ledger posted {found} for it':
    'la facture porte {wanted}, le grand livre a écrit {found}',
  'the credit note moved {wanted}, the ledger posted {found} for it':
    'l’avoir porte {wanted}, le grand livre a écrit {found}',
  'the captured payment moved {wanted}, the ledger posted {found} for it':
    'le paiement encaissé porte {wanted}, le grand livre a écrit {found}',
  'the refund moved {wanted}, the ledger posted {found} for it':
    'le remboursement porte {wanted}, le grand livre a écrit {found}',
  'the ledger posted {found} for a invoice that never happened':
    'le grand livre a écrit {found} pour une facture qui n’existe pas',
  'the ledger posted {found} for a credit note that never happened':
    'le grand livre a écrit {found} pour un avoir qui n’existe pas',
  'the ledger posted {found} for a captured payment that never happened':
    'le grand livre a écrit {found} pour un paiement qui n’a pas eu lieu',
  'the ledger posted {found} for a refund that never happened':
    'le grand livre a écrit {found} pour un remboursement qui n’a pas eu lieu',
  'a paid order has {found} captured payments of its total, not one':
    'une commande payée a {found} paiements de son total, et non un seul',
  'a refunded order has {found} captured payments of its total, or did not get all of it back':
    'une commande remboursée a {found} paiements de son total, ou n’a pas tout récupéré',
  'an unpaid order keeps {found} of captured money': 'une commande impayée garde {found} encaissés',
  'the payment is {found}, its events say otherwise': 'le paiement est {found}, ses faits disent autre chose',
  'the payment was {found} more than once': 'le paiement a été {found} plus d’une fois',
  'we count {found} as captured, the gateway knows no such charge':
    'nous comptons {found} encaissés, la banque ne connaît pas ce débit',
  'the gateway captured {found} that no payment of ours knows or waits for':
    'la banque a encaissé {found} qu’aucun de nos paiements ne connaît ni n’attend',
  'the gateway gave back {found} that no refund of ours asked for':
    'la banque a rendu {found} qu’aucun de nos remboursements n’a demandés',
  'the gateway gave back {found}, we count {wanted}': 'la banque a rendu {found}, nous comptons {wanted}',
  'a cancelled order keeps {found} of its customer': 'une commande annulée garde {found} de son client',
  '{wanted} are promised of {found} on hand': '{wanted} sont promis sur {found} en rayon',
  '{found} are on hand, the movements sum to {wanted}': '{found} sont en rayon, les mouvements font {wanted}',
  'a movement of {found} does not say which call made it': 'un mouvement de {found} ne dit pas quel appel l’a fait',
  'a movement of the kind {found} does not say why: no order, or no reason':
    'un mouvement du genre {found} ne dit pas pourquoi : ni commande, ni motif',
  '{found} are promised, orders hold {wanted}': '{found} sont promis, les commandes en retiennent {wanted}',
  '{found} pieces came back of {wanted} that left': '{found} pièces sont revenues sur {wanted} parties',
  '{found} pieces left for this order, it should be {wanted}':
    '{found} pièces sont parties pour cette commande, il en fallait {wanted}',
  '{found} pieces came back of an order that was not refunded with its goods':
    '{found} pièces sont revenues d’une commande qui n’a pas été remboursée avec ses articles',
  '{found} pieces sold and not returned, only {wanted} ever came in':
    '{found} pièces vendues et non rendues, {wanted} seulement sont entrées',
  'the product shows prices from {found}, its variants say {wanted}':
    'l’article affiche des prix de {found}, ses variantes disent {wanted}',
  'the product is {found}, its variants are {wanted}': 'l’article est {found}, ses variantes sont {wanted}',
  'the address {found} of the product leads to {wanted}': 'l’adresse {found} de l’article mène à {wanted}',
  'the product is {found} and nobody wrote down when it first was':
    'l’article est {found} et personne n’a noté depuis quand',
  'the order is {found} and has no invoice': 'la commande est {found} et n’a pas de facture',
  'invoice {found} belongs to no paid order': 'la facture {found} n’est à aucune commande payée',
  'a refund of {found} went out without a credit note': 'un remboursement de {found} est parti sans avoir',
  'credit note {found} belongs to no refund that went out': 'l’avoir {found} n’est à aucun remboursement parti',
  'the invoice series holds {found} numbers, the last one is {wanted}':
    'la série des factures a {found} numéros, le dernier est {wanted}',
  'the invoice was issued before the one that precedes it': 'la facture a été émise avant celle qui la précède',
  'the credit note series holds {found} numbers, the last one is {wanted}':
    'la série des avoirs a {found} numéros, le dernier est {wanted}',
  'the credit note was issued before the one that precedes it': 'l’avoir a été émis avant celui qui le précède',
  'the invoice says {found}, its order says {wanted}': 'la facture dit {found}, sa commande dit {wanted}',
  'the order has {found} invoices': 'la commande a {found} factures',
  'the next invoice would come after number {found}, the last one is {wanted}':
    'la prochaine facture viendrait après le numéro {found}, la dernière porte le {wanted}',
  'the next credit note would come after number {found}, the last one is {wanted}':
    'le prochain avoir viendrait après le numéro {found}, le dernier porte le {wanted}',
  'the credit note corrects invoice {found}, the money went back for order {wanted}':
    'l’avoir corrige la facture {found}, l’argent est revenu pour la commande {wanted}',
  'the credit note says {found}, its refund says {wanted}': 'l’avoir dit {found}, son remboursement dit {wanted}',
  'credit notes of the order come to {found}, more than its invoice of {wanted}':
    'les avoirs de la commande font {found}, plus que sa facture de {wanted}',
  'a line of the order ({found}) is not the one that its invoice {wanted} shows':
    'une ligne de la commande ({found}) n’est pas celle que montre sa facture {wanted}',
  'the document says {found}, its lines come to {wanted}': 'le document dit {found}, ses lignes font {wanted}',
  'a file is kept of a document that was never issued': 'un fichier est gardé d’un document jamais émis',
  'the history goes on from {found} where it had come to {wanted}, or a row of it is missing':
    'l’histoire repart de {found} alors qu’elle en était à {wanted}, ou il en manque une ligne',
  'the status is {found}, the history ends at {wanted}': 'le statut est {found}, l’histoire finit à {wanted}',
  'the history holds a step that does not exist: {found} to {wanted}':
    'l’histoire contient un pas qui n’existe pas : de {found} à {wanted}',
  'an order that was {found} went on to {wanted}': 'une commande {found} est passée à {wanted}',
  'a row of the history, by {found}, does not say who or in which call':
    'une ligne de l’histoire, par {found}, ne dit pas qui ni dans quel appel',
  'the status is {found}, the three axes say {wanted}': 'le statut est {found}, les trois axes disent {wanted}',
  'no step leads to an order that is {found}': 'aucun pas ne mène à une commande {found}',
  'the order is {found} without a parcel and its tracking number':
    'la commande est {found} sans colis ni numéro de suivi',
  'a parcel ({found}) belongs to an order that was not shipped': 'un colis ({found}) est à une commande non expédiée',
  'the order counts as refunded, {found} was never given back':
    'la commande compte comme remboursée, {found} n’ont jamais été rendus',
  'the order is {found}, its parcel says otherwise': 'la commande est {found}, son colis dit autre chose',
  'the order is {found} without {wanted}': 'la commande est {found} sans {wanted}',
  'the order came of a cart that says {found}': 'la commande vient d’un panier qui dit {found}',
  'the cart became an order ({found}) that does not know it':
    'le panier est devenu une commande ({found}) qui ne le connaît pas',
  'a cart that is {found} still counts as the open one of its owner':
    'un panier {found} compte encore comme le panier ouvert de son propriétaire',
  'an open cart belongs to {wanted} but is held by {found}': 'un panier ouvert est à {wanted} mais tenu par {found}',
  'a merged cart does not say where its lines went': 'un panier réuni ne dit pas où sont allées ses lignes',
  'a remembered call is {found} and has no proper key': 'un appel gardé est {found} et n’a pas de clé juste',
  '{found} events have positions, by the counters it should be {wanted}: one is missing, or two share a place':
    '{found} faits ont une place, il en faudrait {wanted} d’après les compteurs : il en manque, ou deux sont à la même',
  'work of the kind {found} counts as done and is held, or was never tried':
    'un travail du genre {found} compte comme fait et il est retenu, ou jamais tenté',
  'a colleague changed the order ({found}), the trail holds no deed of that call':
    'un collègue a changé la commande ({found}), le journal n’en dit rien',
  'a colleague asked to give {found} back, the trail holds no deed of it':
    'un collègue a demandé de rendre {found}, le journal n’en dit rien',
  'a colleague settled {found} that fits no order, the trail holds no deed of it':
    'un collègue a classé un encaissement de {found} sans commande, le journal n’en dit rien',
  'a colleague moved {found} pieces on the shelf, the trail holds no deed of that call':
    'un collègue a bougé {found} pièces en rayon, le journal n’en dit rien',
  'a deed of the trail ({found}) does not say who, what or in which call':
    'un acte du journal ({found}) ne dit pas qui, quoi ou dans quel appel',
  'the guard that lets nobody change what was written is gone':
    'la garde qui empêche de changer ce qui est écrit a disparu',
  'a session of the kind {found} outlives its own end': 'une session du genre {found} survit à sa propre fin',
  'the account of an erased person still says who it was': 'le compte d’une personne effacée dit encore qui elle était',
  'an erased person has rows in {found}': 'une personne effacée a encore des lignes dans {found}',
  'the order {found} still says which erased person it went to':
    'la commande {found} dit encore à quelle personne effacée elle est allée',
  'two accounts share one address once it is written in small letters':
    'deux comptes ont la même adresse une fois écrite en minuscules',
  'the address of the account is not in its one spelling': 'l’adresse du compte n’a pas son écriture unique',
  'the password is not kept as an Argon2id hash': 'le mot de passe n’est pas gardé en empreinte Argon2id',
  '{column} is no SHA-256: a secret may lie in clear':
    '{column} n’est pas un SHA-256 : un secret est peut-être en clair',
  'a token is {found}, its holder is {wanted}': 'un jeton est {found}, son titulaire est {wanted}',
  'the unpaid order {found} holds its stock past its deadline':
    'la commande impayée {found} retient son stock après l’échéance',
  'the event {found} waits for its position': 'le fait {found} attend sa place',
  'VAT by rate of a document is what its lines come to': 'la TVA par taux d’un document est celle de ses lignes',
  'VAT by rate is "{found}", the lines say "{wanted}"':
    'la TVA par taux est « {found} », les lignes disent « {wanted} »',
  'VAT in the ledger is that of its document, account by account':
    'la TVA au grand livre est celle de son document, compte par compte',
  'the ledger holds {found} of delivery for the invoice, its order says {wanted}':
    'le grand livre tient {found} de livraison pour la facture, sa commande dit {wanted}',
  'the ledger holds {found} of delivery for the credit note, the invoice that it takes back had {wanted}':
    'le grand livre tient {found} de livraison pour l’avoir, la facture qu’il reprend en avait {wanted}',
  'the ledger holds VAT of "{found}", the document says "{wanted}"':
    'le grand livre a pour TVA « {found} », le document dit « {wanted} »',
  'a document number is spelled from its series, year and serial':
    'le numéro d’un document s’écrit d’après sa série, son année et son rang',
  'the number should be {wanted}': 'le numéro devrait être {wanted}',
  'a document names seller, buyer and each line': 'un document nomme le vendeur, l’acheteur et chaque ligne',
  'a mention is missing: {found}': 'il manque une mention : {found}',
  'the kept file of a document has the bytes of its hash':
    'le fichier gardé d’un document a les octets de son empreinte',
  'the kept file is not the one that was drawn': 'le fichier gardé n’est pas celui qui a été dessiné',
  'figures of a day (revenue, refunds, orders, sold) equal a recount':
    'les chiffres d’un jour (recettes, remboursements, commandes, ventes) égalent un recomptage',
  'no text that people write holds a card number': 'aucun texte écrit par une personne ne contient de numéro de carte',
  'the text holds what reads like a card number': 'le texte contient ce qui se lit comme un numéro de carte',
  'a person is found by name and e-mail': 'une personne se retrouve par son nom et son e-mail',
  'the person is not found by their name and e-mail': 'la personne ne se retrouve pas par son nom et son e-mail',
  '{what}: the kept figure is {found}, a recount gives {wanted}':
    '{what} : le chiffre tenu est {found}, un recomptage donne {wanted}',
  'and {count} more like these': 'et {count} autres semblables',
  'and {count} more of these': 'et {count} autres de ceux-ci',
}

const patterns = Object.entries(french).map(([en, fr]) => ({
  fr,
  pattern: new RegExp(`^${en.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{(\w+)\}/g, '(?<$1>.*)')}$`, 's'),
}))

/** What a check found, in the reader's language; what nobody put into French stays as it was said. */
export function breachIn(locale: Locale, words: string): string {
  if (locale === 'en') return words
  for (const { fr, pattern } of patterns) {
    const match = pattern.exec(words)
    if (match === null) continue
    const shown = (place: string) => (match.groups?.[place] === 'nothing' ? 'rien' : (match.groups?.[place] ?? ''))
    return fr.replaceAll(/\{(\w+)\}/g, (_, place: string) => shown(place))
  }
  return words
}
