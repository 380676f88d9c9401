package audit_test

import (
	"strings"
	"testing"
)

// English prose that contradicts itself, or a table beside it: the rule that tells
// it. A | begins another paragraph, a table is rows of cells parted by commas
// behind >>.
func TestEnglish(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		// sums
		{"The museum welcomed 12,400 visitors, comprising 7,100 adults, 3,800 children and 1,700 pensioners.", "parts-not-sum"},
		{"The library bought 340 maps, 215 atlases and 98 globes, 673 items in total.", "parts-not-sum"},
		{"Of the 860 apprentices, 512 were men and 358 were women.", "parts-not-sum"},
		{"Expenditure came to 45.6 million yuan: 21.3 million yuan on staff, 15.2 million yuan on equipment and 10.1 million yuan on other items.", "parts-not-sum"},
		{"In 2023 the clinic employed 148 nurses, of whom 96 worked full-time and 62 worked part-time.", "parts-not-sum"},
		// shares
		{"Of the 540 lecturers, 378 (75.0%) hold a doctorate.", "prose-rate"},
		{"A total of 1,260 trainees sat the test and 1,134 passed, a pass rate of 92.0%.", "rate-not-quotient"},
		{"The depot runs 64 buses, 16 of which are electric, accounting for 30% of the fleet.", "prose-rate"},
		{"The college has 320 teachers; 144 of them, or 54%, are women.", "prose-rate"},
		{"Domestic visitors made up 68% and foreign visitors 36% of the total.", "shares-not-whole"},
		{"The fleet has 640 trawlers. Of these, 160 are electric, or 28%.", "prose-rate"},
		{"The fund paid 5,000 grants. They comprise 3,000 small grants and 2,500 large grants.", "parts-not-sum"},
		{"Visitors numbered 12,400. This is an increase of 10% over 2022, when there were 11,000.", "change-not-difference"},
		{"In 2023 a total of 951 lambs were born. >> Lambs by farm; Farm,Lambs born; Hill,300; Dale,400; Moor,215; Total,915", "prose-contradicts-table"},
		{"全校共有教学计算机 1.26 万台。 | The university has 126,000 teaching computers.", "conversion-wrong"},
		// ratios and means
		{"With 4,800 students and 300 teachers, the student-teacher ratio is 18:1.", "rate-not-quotient"},
		{"The ratio of applicants to places was 5.2 to 1, with 1,560 applicants for 400 places.", "rate-not-quotient"},
		{"The fund paid 84,000 yuan to 35 families, an average of 2,800 yuan per family.", "rate-not-quotient"},
		// differences and growth
		{"Ridership rose from 2,310 in 2022 to 2,640 in 2023, an increase of 380.", "change-not-difference"},
		{"Loans increased by 15.0% from 8,000 to 9,600.", "change-not-difference"},
		{"Revenue reached 5.2 million yuan in 2023, up 1.7 million yuan from 3.9 million yuan in 2022.", "change-not-difference"},
		{"The pass rate rose by 3.5 percentage points, from 88.2% to 92.7%.", "change-not-difference"},
		{"Membership fell from 1,450 to 1,590 during the year.", "trend-contradicted"},
		{"The number of patents doubled from 42 to 126.", "change-not-difference"},
		// two places
		{"In 2023 the gallery held 34 exhibitions. | Looking back at 2023, the gallery held 43 exhibitions.", "prose-contradicts-prose"},
		{"At the end of 2023 the number of registered volunteers was 1,275. | The gallery relied on 1,725 registered volunteers in 2023.", "prose-contradicts-prose"},
		{"The archive preserved 58,200 photographs in 2023. | Photographs preserved in 2023: 52,800.", "prose-contradicts-prose"},
		{"In 2023 the harbour employed 214 pilots. >> Key figures; No.,Indicator,Unit,2023; 1,Number of pilots,persons,241; 2,Number of tugs,items,18", "prose-contradicts-table"},
		{"The survey covered 1,875 households in the east. >> Households surveyed; Region,Households; East,1857; West,940; South,1203", "prose-contradicts-table"},
		{"In 2023, 2,980 seedlings were planted. >> Planting; Year,Seedlings planted; 2021,2100; 2022,2450; 2023,2890", "prose-contradicts-table"},
		{"Ferry passengers in 2023 grew by 12.5% over 2022. >> Traffic; Year,Ferry passengers; 2021,3600; 2022,4000; 2023,4800", "change-not-difference"},
		// order
		{"The number of readers rose every year from 2020 to 2023. >> Reading; Year,Number of readers; 2020,5200; 2021,4900; 2022,5600; 2023,6100", "trend-contradicted"},
		{"The West Branch recorded the most visits. >> Branches; Branch,Visits; East Branch,4100; West Branch,3900; North Branch,2200", "rank-contradicted"},
		// lists and bounds
		{"The school has four campuses: Ashford, Brook, Camden, Dale and Elm.", "list-not-count"},
		{"The programme offers 5 workshops, namely pottery, weaving, carving and calligraphy.", "list-not-count"},
		{"Of the 120 rangers, 135 have first-aid training.", "parts-exceed-whole"},
		{"The station employs 76 technicians, including 81 certified technicians.", "parts-exceed-whole"},
		{"All workshops had a completion rate above 90%. >> Workshops; Workshop,Completion rate; Pottery,95.2%; Weaving,88.4%; Carving,93.0%", "rank-contradicted"},
		// conversions
		{"The park covers 1,200 mu (8 hectares).", "conversion-wrong"},
		{"The grant was 3.5 million yuan (350 thousand yuan).", "conversion-wrong"},
		// in other words
		{"The hospital treated 18,460 patients in 2023: 10,230 women and 8,320 men.", "parts-not-sum"},
		{"Total spending was 12.4 million yuan, made up of 7.1 million yuan for salaries, 3.2 million yuan for materials and 1.1 million yuan for travel.", "parts-not-sum"},
		{"We planted 1,200 oaks, 850 pines and 430 birches, a total of 2,580 trees.", "parts-not-sum"},
		{"Of 275 volunteers surveyed, 198 (82%) said they would return.", "prose-rate"},
		{"In all, 412 of the 480 boats inspected met the standard, or 75.8%.", "prose-rate"},
		{"Women account for 143 of our 260 employees (65%).", "prose-rate"},
		{"Last year 96 of the 128 farms (85 percent) were certified organic.", "prose-rate"},
		{"The choir has 84 members, of whom 51 are women and 43 are men.", "parts-not-sum"},
		{"Response was good: 640 questionnaires were sent out and 512 were returned, a return rate of 70%.", "rate-not-quotient"},
		{"The ratio of nurses to beds is 0.8, with 240 nurses and 400 beds.", "rate-not-quotient"},
		{"A total of 9,600 meals were served to 320 guests, an average of 40 meals per guest.", "rate-not-quotient"},
		{"Electricity use fell by 12% from 2,500 MWh to 2,300 MWh.", "change-not-difference"},
		{"Exports climbed from 340 tonnes in 2021 to 455 tonnes in 2023, up 34.8%.", "change-not-difference"},
		{"The unemployment rate declined from 6.4% to 5.1%, a drop of 1.5 percentage points.", "change-not-difference"},
		{"Output grew from 1,250 units to 1,180 units.", "trend-contradicted"},
		{"In 2023 the port handled 412 ships, 57 more than the 365 handled in 2022.", "change-not-difference"},
		{"Attendance tripled from 150 in 2019 to 380 in 2023.", "change-not-difference"},
		{"The length of cycle paths was 86 km in 2023. | In 2023, the length of cycle paths was 68 km.", "prose-contradicts-prose"},
		{"The reservoir holds 12 million cubic metres. | The budget for 2023 was 3.4 million yuan. | The 2023 budget amounted to 4.3 million yuan.", "prose-contradicts-prose"},
		{"Donations in 2023 fell by 8.0% compared with 2022. >> Income; Year,Donations; 2021,900; 2022,1000; 2023,960", "change-not-difference"},
		{"The number of complaints has fallen steadily since 2020. >> Complaints; Year,Complaints; 2020,410; 2021,380; 2022,395; 2023,340", "trend-contradicted"},
		{"Riverside has the highest occupancy rate of all sites. >> Sites; Site,Occupancy rate; Riverside,81.2%; Hilltop,86.4%; Lakeside,79.9%", "rank-contradicted"},
		{"Three awards were won, namely Best Design, Best Service, Best Value and Best Newcomer.", "list-not-count"},
		{"All districts reported a vaccination rate of at least 85%. >> Vaccination; District,Vaccination rate; North,91.0%; South,83.5%; West,88.2%", "rank-contradicted"},
		{"The site extends over 45 hectares (4,500 square metres).", "conversion-wrong"},
		{"Total >> Staff by team; Team,Staff,Women; Alpha,34,12; Beta,28,15; Gamma,19,9; Total,83,36", "total-not-sum"},
		// of a college
		{"The college has 412 full-time teachers, of whom 378 are double-qualified teachers, accounting for 81.75% of the total.", "prose-rate"},
		{"There are 46 majors in 9 faculties, including 50 national key majors.", "parts-exceed-whole"},
		{"In 2023, 2,150 freshmen registered out of 2,300 admitted, with a registration rate of 91.5%.", "prose-rate"},
		{"The employment rate of the class of 2023 reached 96.2%, 2.1 percentage points higher than the 95.1% of the class of 2022.", "change-not-difference"},
		{"The college covers an area of 1,050 mu (approximately 7 hectares).", "conversion-wrong"},
		{"Library holdings total 862,000 volumes, an increase of 42,000 volumes over the 830,000 volumes of the previous year.", "change-not-difference"},
		{"Among the 3,200 graduates, 1,920 found jobs in the province and 1,380 outside the province.", "parts-not-sum"},
		{"Teaching equipment is valued at 86.4 million yuan. | The total value of teaching equipment is 84.6 million yuan.", "prose-contradicts-prose"},
		{"The student-to-teacher ratio is 15.2:1, with 6,840 students and 380 teachers.", "rate-not-quotient"},
		{"Students won 128 awards in skills competitions in 2023: 12 first prizes, 36 second prizes and 90 third prizes.", "parts-not-sum"},
		{"Technical service income grew from 12.5 million yuan in 2022 to 18.9 million yuan in 2023, up 41.2%.", "change-not-difference"},
		{"The number of international students fell year by year. >> International students; Year,International students; 2020,310; 2021,280; 2022,295; 2023,240", "trend-contradicted"},
		{"Male students account for 58.4% of the total and female students for 43.6%.", "shares-not-whole"},
		{"A total of 35 training bases have been built, of which 12 are national, 14 provincial and 9 municipal; the bases received 25,000 visits. | The college has built 53 training bases in total.", "prose-contradicts-prose"},
		{"Faculty members published 214 papers in 2023, 30% more than the 178 papers in 2022.", "change-not-difference"},
		{"The graduation rate of 2023 was 98.1%. | In 2023 the graduation rate was 89.1%.", "prose-contradicts-prose"},
		{"Six teams took part: Red, Blue, Green, White and Black.", "list-not-count"},
		{"Expenditure per student was 18,400 yuan, with total expenditure of 128.8 million yuan for 7,000 students. | In 2023 expenditure per student was 14,800 yuan.", "prose-contradicts-prose"},
		{"We organised 3 exhibitions, 8 concerts and 17 lectures, totalling 30 events.", "parts-not-sum"},
		{"The budget was cut by 20%, from 5.0 million yuan to 4.5 million yuan.", "change-not-difference"},
		{"Scholarships totalling 6.3 million yuan were granted to 2,100 students, an average of 3,500 yuan per student.", "rate-not-quotient"},
	} {
		if got := findings(auditText(t, englishReport(tt.text))); !strings.HasPrefix(got, tt.want) {
			t.Errorf("%s\n\tgot  %s\n\twant %s", tt.text, strings.TrimSpace(got), tt.want)
		}
	}
}

// English prose in which nothing contradicts anything.
func TestEnglishTraps(t *testing.T) {
	for _, text := range []string{
		// rounded, about, bounds
		"The museum welcomed approximately 12,000 visitors, comprising 7,100 adults, 3,800 children and 1,700 pensioners.",
		"More than 500 students applied in 2023. | In 2023, 538 students applied.",
		"Nearly 2,000 trees were planted in 2023. | In 2023, 1,940 trees were planted.",
		"Of the 540 lecturers, 378 (70%) hold a doctorate.",
		"Revenue was 5.2 million yuan in 2023. | In 2023 revenue was 5.23 million yuan.",
		"Domestic visitors made up 68.3% and foreign visitors 31.8% of the total.",
		"Roughly two thirds of the 320 teachers, some 210, are women.",
		"Just over 90% of the 412 teachers, 373 in all, hold a certificate.",
		// definitions
		"The college has 412 full-time equivalent teachers in 2023. | The college has 430 teachers in 2023 by headcount.",
		"In the 2022/23 academic year the college enrolled 3,120 students. | In the calendar year 2023 the college enrolled 3,245 students.",
		"The college had 3,120 students on 1 September 2023. | The college had 3,060 students on 31 December 2023.",
		"In 2022 the gallery held 34 exhibitions. | In 2023 the gallery held 43 exhibitions.",
		"The gallery held 310 exhibitions over the past decade. | In 2023 the gallery held 43 exhibitions.",
		"The plan was to hold 40 exhibitions in 2023. | In 2023 the gallery held 43 exhibitions.",
		"By 2025 the gallery aims to hold 60 exhibitions a year. | In 2025 the gallery held 43 exhibitions.",
		"The Faculty of Arts employs 84 lecturers. | The Faculty of Science employs 96 lecturers.",
		"The university employs 540 lecturers. | Nationwide, universities employ 640,000 lecturers.",
		// parts
		"The station employs 76 technicians, including 41 certified technicians and 52 technicians with a degree.",
		"The depot runs 64 buses, of which 16 are electric.",
		"The centre trained 900 people: 450 farmers, 300 women and 280 young people.",
		"The city has 12 museums, 5 libraries and 3 theatres, among others; 25 venues in total.",
		"Tickets cost 12 yuan for adults and 6 yuan for children, 18 yuan in total for one of each.",
		"The library has 12 rooms (450 seats).",
		"The band gave 14 concerts, including 3 abroad, and 9 workshops.",
		// changes
		"Ridership rose from 2,310 in 2022 to 2,640 in 2023, an increase of 14.3%.",
		"The pass rate rose from 88.2% to 92.7%, an increase of 4.5 percentage points.",
		"Costs fell by 12% in the first half and by 5% in the second half of 2023.",
		"Ferry passengers in 2023 grew by 20% over 2022. >> Traffic; Year,Ferry passengers; 2021,3600; 2022,4000; 2023,4800",
		"The number of readers rose every year from 2021 to 2023. >> Reading; Year,Number of readers; 2020,5200; 2021,4900; 2022,5600; 2023,6100",
		"Apart from 2021, the number of readers rose every year. >> Reading; Year,Number of readers; 2020,5200; 2021,4900; 2022,5600; 2023,6100",
		"The West Branch recorded the most visits of the new branches. >> Branches; Branch,Visits; East Branch,4100; West Branch,3900; North Branch,2200",
		"The West Branch is one of the branches with the most visits. >> Branches; Branch,Visits; East Branch,4100; West Branch,3900; North Branch,2200",
		// lists
		"The school has four campuses: Ashford, Brook, Camden and Dale.",
		"The school runs 12 courses, such as pottery, weaving and carving.",
		"The programme offers 15 workshops, including pottery, weaving, carving and calligraphy.",
		// names that are numbers
		"Room 214 and Room 241 were refurbished in 2023. | The 214 bus stops at Platform 3.",
		"In Chapter 3 we report 43 exhibitions; Table 4 lists the 43 exhibitions of 2023.",
		// in other words
		"The hospital treated 18,460 patients in 2023, including 10,230 women and 5,320 children.",
		"Of the 84 members, 51 sing and 43 play an instrument.",
		"Around 400 of the 480 boats inspected met the standard, or 83%.",
		"Sales rose by about 10% from 2,500 to 2,730.",
		"The number of students per teacher is 16.5, with 4,800 students and 270 teachers.",
		"In 2023 there were 412 entries in the junior section and 380 entries in the senior section.",
		"The centre hosted 14 workshops in spring 2023. | In 2023 the centre hosted 31 workshops.",
		"Revenue rose 5% in 2022 and 7% in 2023.",
		"The median age was 34 in 2022 and 36 in 2023.",
		"The train takes 45 minutes; the bus takes 70 minutes.",
		"Prices range from 12 yuan to 45 yuan.",
		"The hotel has 120 rooms, of which 35 have a sea view; 60 have a balcony and 48 have a kitchen.",
		"Temperature fell from 25 degrees to minus 3 degrees.",
		"Our 45 partners come from 12 countries: 20 from Europe, 15 from Asia and 10 from elsewhere.",
		"The team won 3 gold medals, 5 silver medals and 2 bronze medals, its best result since 2010.",
		"The club has 310 members in Leeds and 290 members in York. | The club has 310 members in Leeds.",
		"The museum had 1,204 visitors on Friday. | The museum had 980 visitors on Saturday.",
		"In 2023 the company hired 45 engineers. | In 2023 the company trained 60 engineers.",
		"In 2023 Team A logged 410 hours. | In 2023 Team B logged 350 hours.",
		"The first phase covers 120 hectares. | The second phase covers 80 hectares.",
		"Full-time staff numbered 212 in 2023. | Part-time staff numbered 64 in 2023.",
		"As of March 2023 the fund held 5.2 million yuan. | As of June 2023 the fund held 4.9 million yuan.",
		"The school offers three tracks: science, arts, and technology and design.",
		"The 2023 edition attracted 5,400 runners. | The 2022 edition attracted 4,900 runners.",
		"Women make up 45% of staff and 38% of managers.",
		"Among urban households 68% have access, and among rural households 52%.",
		"The region accounts for 37 percent of all cases in women and 24 percent in men.",
		"The employment rate of men was 92% and of women 90%.",
		"The park covers 1,200 mu (about 80 hectares).",
		"The loan of 3.5 million yuan (USD 480,000) was repaid.",
		"The number of readers rose in 2023 after two years of decline. >> Reading; Year,Number of readers; 2021,5200; 2022,4900; 2023,5600",
		"Total >> Staff by team; Team,Staff,Women; Alpha,34,12; Beta,28,15; Gamma,19,9; Total,81,36",
		"Rates >> Results; Team,Sat,Passed,Pass rate; Alpha,40,36,90.0%; Beta,50,40,80.0%; Gamma,25,20,80.0%",
		// of a college
		"The college has 412 full-time teachers, of whom 378 are double-qualified teachers, accounting for 91.75% of the total.",
		"There are 46 majors in 9 faculties, including 5 national key majors and 16 provincial key majors.",
		"In 2023, 2,150 freshmen registered out of 2,300 admitted, with a registration rate of 93.5%.",
		"The employment rate of the class of 2023 reached 96.2%, 1.1 percentage points higher than the 95.1% of the class of 2022.",
		"The college has 12 faculties. | The Faculty of Nursing has 6 majors. | The Faculty of Law has 4 majors.",
		"The college enrolled 2,300 students in 2023. | The college enrolled 120 international students in 2023.",
		"Library holdings total 862,000 volumes. | The library added 42,000 volumes in 2023.",
		"The books are divided into 22 categories, with 862,000 volumes and 1.2 million electronic volumes.",
		"The project runs from 2021 to 2025 with a total investment of 30 million yuan, of which 12 million yuan was spent by 2023.",
		"From 2021 to 2023, 45 teachers were sent abroad; 15 were sent in 2023.",
		"Students spent an average of 6 months in 86 enterprises.",
		"The first prize was worth 5,000 yuan, the second prize 3,000 yuan.",
		"The exam pass rate was 92% in June and 95% in December.",
		"Among the 3,200 graduates, 1,920 found jobs in the province and 880 outside the province.",
		"The college ranks 15th among 128 colleges; it was 21st in 2022.",
		"There are 380 teachers, including 120 professors and associate professors, 300 with a master's degree or above, and 210 double-qualified teachers.",
		"Students from 31 provinces attend the college; 5,400 of its 6,840 students come from the province.",
		"In 2023 the college received 25,000 visits, up from 18,000 in 2022, and 300 delegations, up from 240.",
		"The college offers 46 majors: 20 in engineering, 12 in management and 14 in other fields.",
		"Total income was 210 million yuan and total expenditure 198 million yuan.",
		"The income of the canteen was 12.1 million yuan in 2023. | The income of the bookshop was 1.3 million yuan in 2023.",
		"Water use fell by 5% and electricity use by 8% from 2022 to 2023.",
		"The centre trains 1,200 people a year. | The centre trained 1,340 people in 2023.",
		"More than 90% of the 380 teachers, 351 in total, hold a certificate.",
		"The gymnasium seats 3,000 and the hall 800. | The new gymnasium seats 5,000.",
	} {
		if got := findings(auditText(t, englishReport(text))); got != "" {
			t.Errorf("%s\n\tgot  %s", text, strings.TrimSpace(got))
		}
	}
}

// englishReport is a report of some paragraphs, and perhaps a table.
func englishReport(text string) string {
	prose, rows, table := strings.Cut(text, " >> ")
	var b strings.Builder
	b.WriteString("Annual Report 2023\n\n1 Overview\n\n")
	for _, p := range strings.Split(prose, " | ") {
		b.WriteString(p + "\n\n")
	}
	if table {
		for i, row := range strings.Split(rows, "; ") {
			if i == 0 {
				b.WriteString("Table 1. " + row + "\n\n")
				continue
			}
			b.WriteString(strings.ReplaceAll(row, ",", "\t") + "\n")
		}
	}
	return b.String()
}
