using ComposerPlugin.Trainer.Evaluation;

namespace ComposerPlugin.Trainer.Tests;

public class DensityTests
{
    [Fact]
    public void Density_of_two_samples_matches_its_formula()
    {
        var density = new KernelDensity([0, 2]);

        // Scott: the standard deviation, the root of 2, times 2 to the power of -1/5.
        Assert.Equal(Math.Sqrt(2) * Math.Pow(2, -0.2), density.Bandwidth, 1e-12);
        Assert.Equal(0.232990, density.At(1), 1e-6);
        Assert.Equal(density.At(0.3), density.At(1.7), 1e-12);
    }

    [Fact]
    public void Equal_densities_overlap_completely()
    {
        var comparison = DensityComparison.Compare(new([0, 1, 1, 3, 7]), new([0, 1, 1, 3, 7]));

        Assert.Equal(1, comparison.OverlappedArea, 1e-4);
        Assert.Equal(0, comparison.Divergence, 1e-9);
    }

    [Fact]
    public void Overlap_of_gaussians_two_deviations_apart_matches_the_normal_table()
    {
        // Equal samples give Gaussians with a standard deviation of 0.001.
        var comparison = DensityComparison.Compare(new([0, 0, 0]), new([0.002, 0.002]));

        Assert.Equal(0.3173, comparison.OverlappedArea, 1e-3);
        Assert.Equal(2, comparison.Divergence, 1e-2);
    }

    [Fact]
    public void Densities_far_apart_do_not_overlap()
    {
        var comparison = DensityComparison.Compare(new([0, 1, 2]), new([1000, 1001, 1002]));

        Assert.Equal(0, comparison.OverlappedArea, 1e-9);
        Assert.True(double.IsFinite(comparison.Divergence));
        Assert.True(comparison.Divergence > 100);
    }

    [Fact]
    public void Overlap_compares_distances_within_the_human_set_with_distances_to_it()
    {
        var feature = MelodyFeature.Named("note_count");
        ComposerPlugin.Music.Phrase[] human = [Repeated(4), Repeated(6), Repeated(9)], generated = [Repeated(5), Repeated(9)];

        var overlap = FeatureOverlap.Measure(feature, human, generated);

        var expected = DensityComparison.Compare(new([2, 5, 2, 3, 5, 3]), new([1, 1, 4, 5, 3, 0]));
        Assert.Equal(expected.OverlappedArea, overlap.OverlappedArea, 1e-9);
        Assert.Equal(expected.Divergence, overlap.Divergence, 1e-9);
        Assert.InRange(overlap.OverlappedArea, 0.3, 0.999);
    }

    private static ComposerPlugin.Music.Phrase Repeated(int notes) => Notes.Line(12, [.. Enumerable.Repeat(60, notes)]);
}
