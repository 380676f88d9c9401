# Draws N pictures, each of the six charts in turn, into OUT.
kinds = "columns ranking donut line stacked combo"
do for [i=1:N] {
    reset
    load "gnuplot/common.gp"
    set output sprintf("%s/%03d.png", OUT, i)
    load sprintf("gnuplot/%s.gp", word(kinds, (i-1)%6+1))
    unset output
}
