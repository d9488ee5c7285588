/** The passwords of eight characters and more that leaks show most, in lower case; short ones fall to the length. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `00000000 01234567 0123456789 1020304050 11111111 111111111 1111111111 11223344 1122334455 112233445566 12121212
  123123123 12312312 123123123123 1234512345 12341234 123412341234 12344321 12345678 123456789 1234567890 12345678910
  123456789012 1234567891 123456789a 123456789q 12345678a 12345678q 1234567a 123454321 1234554321 1234qwer 123654789
  123789456 12qwaszx 147258369 147852369 159357159357 159753258456 1a2b3c4d 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx
  1qaz2wsx3edc 1qazxsw2 20202020 22222222 33333333 44444444 55555555 66666666 741852963 77777777 789456123 87654321
  88888888 963852741 987654321 9876543210 99999999 a1234567 a12345678 a123456789 a1b2c3d4 a1b2c3d4e5 aa123456 aa12345678
  aaaaaaaa abc12345 abc123456 abcabcabc abcd1234 abcd12345 abcde12345 abcdefgh abcdefghij abcdefghijkl access14
  administrateur administrator adminadmin alexander alexandra amsterdam anderson anthony1 arsenal1 asdasdasd asdf1234
  asdfasdf asdfghjk asdfghjkl azertyuiop azerty12 azerty123 azerty1234 azerty12345 azertyui azertyuiopqs barcelona
  baseball basketball benjamin bienvenue bonjour1 bonjour123 brooklyn butterfly camille1 caroline celtic1888 champion
  changeme changeme123 charlie1 charlotte chelsea1 chocolat chocolate christian christine christopher cocacola computer
  corvette courtney danielle december dingding doudou123 elephant elizabeth ellipsis einstein excalibur facebook
  facebook1 fernando firebird football football1 formula1 francesca francois1 france2024 freedom1 fuckyou1 fuckyou2
  garfield gateway1 goldfish google123 gwerty123 hannah123 harry123 hello123 helloworld iloveyou iloveyou1 iloveyou2
  iloveyou123 internet isabelle jasmine1 jennifer jessica1 jesuscrist johnson1 jonathan jordan23 juventus killer123
  kristina lalalala leonardo letmein1 letmein123 liverpool liverpool1 loulou123 loveyou1 loveyou123 lovelove manchester
  margaret marseille marseille13 master123 matthew1 maverick mercedes metallica michael1 michelle midnight minecraft
  monkey123 monsieur motdepasse motdepasse1 motdepasse123 mustang1 nicholas nicolas1 november olivier1 p@ssw0rd p@ssword
  pa55word paradise passpass passw0rd passw0rd1 password password! password01 password1 password1! password12
  password123 password1234 password12345 password2 passwort patricia pikachu123 pineapple pokemon123 portugal
  princess princess1 princesse q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5y6 qazwsxedc qazwsxedcrfv qqqqqqqq qwer1234 qwerasdf
  qwertyui qwertyuiop qwertyuiop123 qwerty12 qwerty123 qwerty1234 qwerty12345 qwerty123456 qwertyqwerty qweasdzxc
  rangers1 remember rockstar romain123 salut123 samantha samsung1 sandrine scorpion sebastian september serenity
  shadow123 snickers snowball soleil123 softball spiderman spiderman1 starwars starwars1 stephanie steelers stellina
  strawberry sunshine sunshine1 superman superman1 superstar sweetheart telephone testtest test1234 test12345 thailand
  thunder1 tinkerbell toutou123 trustno1 trustno1! tunafish twilight valentin valentina vancouver veronica victoria
  vincent1 warcraft washington webmaster welcome1 welcome123 welcome1234 westside whatever william1 windows10 winner123
  wolverine xxxxxxxx yamaha123 yankees1 zaq12wsx zaq1zaq1 zxcvbnm1 zxcvbnm123 zzzzzzzz`.split(/\s+/),
)
