# 10,000 points of the same formula as the Go benchmark.
set title "一万个点"
set xrange [0:100]
set yrange [0:100]
set key off
set samples 10000
x(i) = i*61.803398875 - 100*floor(i*61.803398875/100)
y(i) = (x(i)**2 + i*7.3) - 100*floor((x(i)**2 + i*7.3)/100)
plot "+" using (x($0)):(y($0)) with points pt 7 ps 0.6 lc rgb "#0b6fb8"
