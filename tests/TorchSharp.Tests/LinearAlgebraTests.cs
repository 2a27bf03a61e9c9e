namespace TorchSharp.Tests;

public class LinearAlgebraTests
{
    private readonly Tensor _a = tensor(new[,] { { 1.0, 2 }, { 3, 4 }, { 5, 6 } });
    private readonly Tensor _b = tensor(new[,] { { 1.0, -1, 2, 0 }, { 0.5, 2, -2, 1 } });

    [Fact]
    public void Products_of_matrices_and_vectors()
    {
        double[] expected = [2, 3, -2, 2, 5, 5, -2, 4, 8, 7, -2, 6];
        Close.To(expected, _a.matmul(_b));
        Close.To(expected, _a.mm(_b));
        Close.To(expected, einsum("ij,jk->ik", _a, _b));
        Close.To([5, 11, 17], _a.mv(tensor(new[] { 1.0, 2 })));
        Close.To([11], dot(_a[0], _a[1]));
        Close.To([3, 4, 6, 8], outer(_a[0], _a[1]));
        Close.To([5], trace(_a.narrow(0, 0, 2)));
        Close.To([12, 13, 8, 12, 15, 15, 8, 14, 18, 17, 8, 16], full(3, 4, 10.0, float64).addmm(_a, _b));
    }

    [Fact]
    public void Batches_multiply_one_by_one()
    {
        var left = stack([_a, _a * 2]);
        var right = stack([_b, _b * 3]);
        Close.To(_a.matmul(_b) * 6, left.bmm(right)[1]);
        Close.To(_a.matmul(_b) * 6 + 1, ones(2, 3, 4, float64).baddbmm(left, right)[1]);
        Close.To(_a.matmul(_b) * 2, left.matmul(_b)[1]);
    }

    [Fact]
    public void Products_have_gradients()
    {
        Gradient.Check(matmul, _a, _b);
        Gradient.Check((a, b) => einsum("ij,jk->ki", a, b), _a, _b);
        Gradient.Check((a, b) => stack([a, a]).bmm(stack([b, b])), _a, _b);
        Gradient.Check((a, b) => ones(3, 4, float64).addmm(a, b, 0.5f, 2), _a, _b);
        Gradient.Check((a, b) => outer(a[0], b[1]), _a, _b);
    }

    [Fact]
    public void Sizes_that_do_not_match_are_named()
    {
        var error = Assert.Throws<ExternalException>(() => _a.mm(_a));
        Assert.Contains("3x2 and 3x2", error.Message);
    }
}
