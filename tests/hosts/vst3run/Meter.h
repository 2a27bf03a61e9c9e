#pragma once

struct Meter {
    int numerator = 4;
    int denominator = 4;

    double barBeats() const { return numerator * 4.0 / denominator; }
};
