import { listed } from './listed.ts';

/** The short forms of states that AP and most US papers use; Alaska, Hawaii, Idaho, Iowa, Maine, Ohio, Texas, Utah have none. */
export const stateShortForms: readonly string[] = listed(`
  Ala., Ariz., Ark., Calif., Colo., Conn., Del., Fla., Ga., Ill., Ind., Kan., Ky., La., Md., Mass., Mich.,
  Minn., Miss., Mo., Mont., Neb., Nev., N.H., N.J., N.M., N.Y., N.C., N.D., Okla., Ore., Pa., R.I., S.C.,
  S.D., Tenn., Vt., Va., Wash., W.Va., W. Va., Wis., Wyo., D.C.
`);

/** US states and territories by name and postal code, Canadian provinces, Australian and Indian states. */
export const states: readonly string[] = listed(`
  Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Georgia,
  Hawaii, Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts,
  Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada, New Hampshire, New Jersey,
  New Mexico, New York, North Carolina, North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island,
  South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont, Virginia, Washington, West Virginia,
  Wisconsin, Wyoming, Puerto Rico, Guam, AL, AK, AZ, AR, CA, CO, CT, DE, FL, GA, HI, ID, IL, IN, IA, KS,
  KY, LA, ME, MD, MA, MI, MN, MS, MO, MT, NE, NV, NH, NJ, NM, NY, NC, ND, OH, OK, OR, PA, RI, SC, SD, TN,
  TX, UT, VT, VA, WA, WV, WI, WY, DC, PR, ON, QC, BC, AB, MB, SK, NS, NB, NL, PE, NSW, VIC, QLD, Ontario,
  Quebec, Québec, British Columbia, Alberta, Manitoba, Saskatchewan, Nova Scotia, New Brunswick,
  Newfoundland, Yukon, Nunavut, Ont., Que., B.C., Alta., Man., Sask., N.S., N.B., New South Wales,
  Victoria, Queensland, South Australia, Western Australia, Tasmania, Andhra Pradesh, Arunachal Pradesh,
  Assam, Bihar, Chhattisgarh, Goa, Gujarat, Haryana, Himachal Pradesh, Jharkhand, Karnataka, Kerala,
  Madhya Pradesh, Maharashtra, Manipur, Meghalaya, Mizoram, Nagaland, Odisha, Punjab, Rajasthan, Sikkim,
  Tamil Nadu, Telangana, Tripura, Uttar Pradesh, Uttarakhand, West Bengal, Jammu and Kashmir, J&K, Ladakh,
  UP, MP, Sindh, Balochistan, Khyber Pakhtunkhwa, England, Scotland, Wales, Northern Ireland, Bavaria
`);

/** Countries by the names that datelines use. */
export const countries: readonly string[] = listed(`
  Afghanistan, Albania, Algeria, Andorra, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan,
  Bahamas, Bahrain, Bangladesh, Barbados, Belarus, Belgium, Belize, Benin, Bhutan, Bolivia, Bosnia,
  Bosnia and Herzegovina, Botswana, Brazil, Britain, Brunei, Bulgaria, Burkina Faso, Burma, Burundi,
  Cambodia, Cameroon, Canada, Cape Verde, Central African Republic, Chad, Chile, China, Colombia, Comoros,
  Congo, Costa Rica, Croatia, Cuba, Cyprus, Czech Republic, Czechia, Denmark, Djibouti, Dominica,
  Dominican Republic, East Timor, Ecuador, Egypt, El Salvador, Equatorial Guinea, Eritrea, Estonia,
  Eswatini, Ethiopia, Fiji, Finland, France, Gabon, Gambia, Georgia, Germany, Ghana, Greece, Greenland,
  Grenada, Guatemala, Guinea, Guinea-Bissau, Guyana, Haiti, Honduras, Hungary, Iceland, India, Indonesia,
  Iran, Iraq, Ireland, Israel, Italy, Ivory Coast, Jamaica, Japan, Jordan, Kazakhstan, Kenya, Kiribati,
  Kosovo, Kuwait, Kyrgyzstan, Laos, Latvia, Lebanon, Lesotho, Liberia, Libya, Liechtenstein, Lithuania,
  Luxembourg, Madagascar, Malawi, Malaysia, Maldives, Mali, Malta, Marshall Islands, Mauritania, Mauritius,
  Mexico, Micronesia, Moldova, Monaco, Mongolia, Montenegro, Morocco, Mozambique, Myanmar, Namibia, Nauru,
  Nepal, Netherlands, New Zealand, Nicaragua, Niger, Nigeria, North Korea, North Macedonia, Norway, Oman,
  Pakistan, Palau, Palestine, Panama, Papua New Guinea, Paraguay, Peru, Philippines, Poland, Portugal,
  Qatar, Romania, Russia, Rwanda, Samoa, San Marino, Saudi Arabia, Senegal, Serbia, Seychelles,
  Sierra Leone, Singapore, Slovakia, Slovenia, Solomon Islands, Somalia, South Africa, South Korea,
  South Sudan, Spain, Sri Lanka, Sudan, Suriname, Sweden, Switzerland, Syria, Taiwan, Tajikistan, Tanzania,
  Thailand, Togo, Tonga, Trinidad and Tobago, Tunisia, Turkey, Türkiye, Turkmenistan, Tuvalu, Uganda,
  Ukraine, United Arab Emirates, UAE, U.A.E., United Kingdom, UK, U.K., United States, USA, US, U.S.,
  Uruguay, Uzbekistan, Vanuatu, Venezuela, Vietnam, Yemen, Zambia, Zimbabwe, Gaza Strip, West Bank,
  Hong Kong, Macau, भारत, पाकिस्तान, नेपाल, रूस, चीन, अमेरिका, سوريا, مصر, العراق, لبنان, الأردن, السعودية,
  الإمارات, قطر, الكويت, اليمن, ليبيا, تونس, الجزائر, المغرب, السودان, فلسطين, إيران, تركيا, پاکستان,
  بھارت, ایران, افغانستان
`);
