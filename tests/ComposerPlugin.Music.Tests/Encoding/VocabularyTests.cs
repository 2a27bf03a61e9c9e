namespace ComposerPlugin.Music.Tests;

public class VocabularyTests
{
    [Fact]
    public void Every_duration_class_is_the_class_of_its_length()
    {
        for (int duration = 0; duration < Vocabulary.Durations; duration++)
            Assert.Equal(duration, Vocabulary.DurationClass(Vocabulary.DurationTicks(duration)));
        Assert.Equal(Vocabulary.LongestTicks, Vocabulary.DurationTicks(Vocabulary.Durations - 1));
    }

    [Fact]
    public void The_nearest_duration_is_no_further_than_half_an_eighth()
    {
        for (int ticks = 1; ticks <= Vocabulary.LongestTicks; ticks++)
            Assert.InRange(Math.Abs(Vocabulary.DurationTicks(Vocabulary.DurationClass(ticks)) - ticks), 0,
                ticks <= Vocabulary.ExactTicks ? 0 : 6);
    }

    [Fact]
    public void Every_velocity_stays_in_its_class()
    {
        for (byte velocity = 1; velocity < 128; velocity++)
            Assert.Equal(Vocabulary.VelocityClass(velocity),
                Vocabulary.VelocityClass(Vocabulary.Velocity(Vocabulary.VelocityClass(velocity))));
    }

    [Fact]
    public void Meters_outside_the_table_are_class_0() => Assert.Equal(0, Vocabulary.MeterClass(new(13, 8)));

    [Fact]
    public void The_hash_of_version_2_never_changes() => Assert.Equal((2, "f3b5ead56ada9ed4"), (Vocabulary.Version, Vocabulary.Hash));
}
