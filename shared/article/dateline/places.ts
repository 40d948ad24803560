import { listed } from './listed.ts';

/** Cities of the United States that stand alone in AP copy: no state after them. */
export const standAloneUs: readonly string[] = listed(`
  Atlanta, Baltimore, Boston, Chicago, Cincinnati, Cleveland, Dallas, Denver, Detroit, Honolulu, Houston,
  Indianapolis, Las Vegas, Los Angeles, Miami, Milwaukee, Minneapolis, New Orleans, New York,
  Oklahoma City, Philadelphia, Phoenix, Pittsburgh, St. Louis, Salt Lake City, San Antonio, San Diego,
  San Francisco, Seattle, Washington
`);

/** Cities elsewhere that stand alone in AP copy: no country after them. */
export const standAloneAbroad: readonly string[] = listed(`
  Beijing, Berlin, Cairo, Dublin, Geneva, Havana, Hong Kong, Islamabad, Istanbul, Jerusalem, London,
  Madrid, Mexico City, Moscow, New Delhi, Paris, Rome, Shanghai, Singapore, Sydney, Tokyo, Toronto,
  Vatican City, Vienna
`);

/** Places whose name holds a slash: one place, not two. */
export const slashPlaces: readonly string[] = listed(`
  Frankfurt/Main, Frankfurt/M., Frankfurt/Oder, Halle/Saale, Marburg/Lahn, Weiden/Oberpfalz, Landau/Pfalz,
  Neustadt/Weinstraße, Rothenburg/Tauber, Limburg/Lahn, Garmisch/Partenkirchen
`);

const elsewhere: readonly string[] = listed(`
  Delhi, Mumbai, Kolkata, Chennai, Bengaluru, Bangalore, Hyderabad, Ahmedabad, Pune, Surat, Jaipur,
  Lucknow, Kanpur, Nagpur, Indore, Thane, Bhopal, Visakhapatnam, Patna, Vadodara, Ghaziabad, Ludhiana,
  Agra, Nashik, Faridabad, Meerut, Rajkot, Varanasi, Srinagar, Jammu, Aurangabad, Dhanbad, Amritsar,
  Navi Mumbai, Prayagraj, Allahabad, Ranchi, Howrah, Jabalpur, Gwalior, Coimbatore, Vijayawada, Jodhpur,
  Madurai, Raipur, Kota, Guwahati, Chandigarh, Thiruvananthapuram, Kochi, Kozhikode, Mysuru, Mangaluru,
  Hubballi, Bareilly, Moradabad, Gurugram, Gurgaon, Noida, Greater Noida, Dehradun, Haridwar, Shimla,
  Jamshedpur, Bhubaneswar, Cuttack, Panaji, Imphal, Shillong, Aizawl, Kohima, Agartala, Itanagar, Gangtok,
  Leh, Puducherry, Tirupati, Warangal, Amaravati, Gandhinagar, Udaipur, Ajmer, Gorakhpur, Ayodhya,
  Jalandhar, Patiala, Siliguri, Port Blair, Rourkela, Bilaspur, Ujjain, Salem, Tiruchirappalli, Karachi,
  Lahore, Rawalpindi, Peshawar, Quetta, Multan, Faisalabad, Gilgit, Muzaffarabad, Dhaka, Chittagong,
  Chattogram, Sylhet, Khulna, Kathmandu, Pokhara, Thimphu, Colombo, Kandy, Jaffna, Male, Kabul, Kandahar,
  Herat, Tehran, Baghdad, Basra, Mosul, Erbil, Damascus, Aleppo, Beirut, Amman, Tel Aviv, Gaza, Gaza City,
  Ramallah, Riyadh, Jeddah, Mecca, Doha, Dubai, Abu Dhabi, Sharjah, Manama, Muscat, Sanaa, Aden,
  Kuwait City, Ankara, Izmir, Baku, Tbilisi, Yerevan, Tashkent, Almaty, Astana, Bishkek, Dushanbe,
  Ashgabat, Kyiv, Kiev, Kharkiv, Odesa, Lviv, Minsk, Warsaw, Krakow, Prague, Budapest, Bucharest, Sofia,
  Athens, Belgrade, Zagreb, Ljubljana, Sarajevo, Skopje, Tirana, Pristina, Podgorica, Chisinau, Vilnius,
  Riga, Tallinn, Helsinki, Stockholm, Oslo, Copenhagen, Reykjavik, Amsterdam, The Hague, Rotterdam,
  Brussels, Antwerp, Luxembourg, Zurich, Bern, Munich, Hamburg, Frankfurt, Cologne, Köln, München, Wien,
  Zürich, Genf, Düsseldorf, Stuttgart, Leipzig, Dresden, Bonn, Hannover, Milan, Naples, Turin, Florence,
  Venice, Roma, Milano, Barcelona, Valencia, Sevilla, Seville, Bilbao, Lisbon, Lisboa, Porto, Marseille,
  Lyon, Nice, Toulouse, Strasbourg, Bordeaux, Lille, Edinburgh, Glasgow, Belfast, Cardiff, Manchester,
  Birmingham, Liverpool, Leeds, St. Petersburg, Vladivostok, Novosibirsk, Kazan, Tunis, Algiers, Rabat,
  Casablanca, Tripoli, Benghazi, Khartoum, Addis Ababa, Nairobi, Kampala, Kigali, Dar es Salaam, Mogadishu,
  Lagos, Abuja, Accra, Dakar, Abidjan, Bamako, Ouagadougou, Niamey, Kinshasa, Luanda, Lusaka, Harare,
  Maputo, Windhoek, Gaborone, Johannesburg, Pretoria, Cape Town, Durban, Antananarivo, Port Louis,
  Monrovia, Freetown, Seoul, Busan, Pyongyang, Osaka, Kyoto, Hiroshima, Taipei, Macau, Guangzhou, Shenzhen,
  Wuhan, Chengdu, Tianjin, Nanjing, Lhasa, Urumqi, Ulaanbaatar, Hanoi, Ho Chi Minh City, Bangkok,
  Phnom Penh, Vientiane, Yangon, Naypyitaw, Kuala Lumpur, Jakarta, Manila, Dili, Port Moresby, Canberra,
  Melbourne, Brisbane, Perth, Adelaide, Hobart, Darwin, Wellington, Auckland, Christchurch, Suva, Ottawa,
  Montreal, Vancouver, Calgary, Edmonton, Winnipeg, Quebec City, Halifax, Guatemala City, San Salvador,
  Tegucigalpa, Managua, San Jose, Panama City, Kingston, Port-au-Prince, Santo Domingo, San Juan, Caracas,
  Bogota, Bogotá, Quito, Lima, La Paz, Santiago, Buenos Aires, Montevideo, Asuncion, Brasilia, Brasília,
  Sao Paulo, São Paulo, Rio de Janeiro, Ciudad de México, Guadalajara, Monterrey, Medellin, Nueva York,
  United Nations, Austin, Portland, Sacramento, Charlotte, Nashville, Memphis, Tampa, Orlando, Kansas City,
  नई दिल्ली, नयी दिल्ली, दिल्ली, मुंबई, मुम्बई, कोलकाता, चेन्नई, लखनऊ, पटना, भोपाल, जयपुर, रांची, इंदौर,
  वाराणसी, प्रयागराज, कानपुर, आगरा, देहरादून, शिमला, चंडीगढ़, चंडीगढ, रायपुर, अहमदाबाद, पुणे, नागपुर,
  श्रीनगर, जम्मू, गुवाहाटी, मॉस्को, वाशिंगटन, लंदन, इस्लामाबाद, काठमांडू, ঢাকা, কলকাতা, নয়াদিল্লি,
  চট্টগ্রাম, சென்னை, புதுடெல்லி, హైదరాబాద్, ಬೆಂಗಳೂರು, തിരുവനന്തപുരം, കൊച്ചി, ਚੰਡੀਗੜ੍ਹ, અમદાવાદ, नवी दिल्ली,
  ନୂଆଦିଲ୍ଲୀ, دمشق, القاهرة, بغداد, بيروت, عمان, عمّان, الرياض, دبي, أبوظبي, أبو ظبي, الدوحة, صنعاء, القدس,
  غزة, رام الله, الخرطوم, الرباط, الجزائر, طرابلس, تونس, الكويت, المنامة, موسكو, واشنطن, لندن, باريس,
  نيودلهي, نئی دہلی, اسلام آباد, کراچی, لاہور, پشاور, تهران
`);

/** Places known by name: enough for a colon alone to make a dateline ("NEW DELHI: …"). */
export const knownPlaces: readonly string[] = [
  ...standAloneUs,
  ...standAloneAbroad,
  ...slashPlaces,
  ...elsewhere,
];
