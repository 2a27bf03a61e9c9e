namespace ComposerPlugin.Composing.Tests;

public class InformationContentTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(64)]
    public void Equal_classes_have_the_logarithm_of_their_number(int classes)
    {
        float[] logits = new float[classes];
        Array.Fill(logits, -300);
        Assert.Equal(Math.Log2(classes), InformationContent.Bits(logits, classes - 1), 1e-5);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    [InlineData(3, 3)]
    public void Bits_are_those_of_the_probability(int chosen, double bits)
    {
        float[] logits = [MathF.Log(0.5f), MathF.Log(0.25f), MathF.Log(0.125f), MathF.Log(0.125f)];
        Assert.Equal(bits, InformationContent.Bits(logits, chosen), 1e-5);
        // A model's logits have any sum.
        Assert.Equal(bits, InformationContent.Bits([.. logits.Select(logit => logit + 40)], chosen), 1e-4);
    }

    [Fact]
    public void A_class_that_is_excluded_has_infinitely_many_and_no_numbers_give_none()
    {
        Assert.Equal(0, InformationContent.Bits([0, float.NegativeInfinity], 0));
        Assert.Equal(float.PositiveInfinity, InformationContent.Bits([0, float.NegativeInfinity], 1));
        Assert.Equal(float.NaN, InformationContent.Bits([0, float.NaN], 0));
    }
}
