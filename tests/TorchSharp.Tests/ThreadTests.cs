namespace TorchSharp.Tests;

public class ThreadTests
{
    [Fact]
    public void The_number_of_threads_is_set_and_read()
    {
        Assert.Equal(1, get_num_threads());
        set_num_threads(2);
        Assert.Equal(2, get_num_threads());
        set_num_threads(1);
    }

    [Fact]
    public void Gradient_mode_and_scopes_belong_to_their_thread()
    {
        using var scope = NewDisposeScope();
        using var unrecorded = no_grad();
        var other = (Scope: (DisposeScope?)scope, Recorded: false);
        var thread = new Thread(() => other = (CurrentDisposeScope, is_grad_enabled()));
        thread.Start();
        thread.Join();
        Assert.Null(other.Scope);
        Assert.True(other.Recorded);
    }

    [Fact]
    public void The_default_element_type_can_be_changed()
    {
        set_default_dtype(float64);
        try
        {
            Assert.Equal(ScalarType.Float64, zeros(1).dtype);
            Assert.Equal(ScalarType.Float64, nn.Linear(1, 1).weight.dtype);
        }
        finally
        {
            set_default_dtype(float32);
        }
    }
}
