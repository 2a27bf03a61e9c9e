namespace ComposerPlugin.Engine.Tests;

public class RenderLeadTests
{
    private const double Block = 512 / 48000.0;

    [Fact]
    public void A_live_host_has_no_lead_even_with_a_drifting_clock()
    {
        var lead = new RenderLead();
        for (int i = 0; i < 100_000; i++)
            Assert.Equal(0, lead.Begin(i * Block * 0.9998, Block));
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.8)]
    public void A_burst_is_ahead_by_what_it_has_rendered(double seconds)
    {
        var lead = new RenderLead();
        int blocks = (int)(seconds / Block);
        for (int burst = 0; burst < 20; burst++)
        {
            for (int i = 0; i < blocks; i++)
            {
                double ahead = i * Block;
                Assert.Equal(ahead < RenderLead.Least ? 0 : ahead, lead.Begin(burst * blocks * Block, Block), 6);
            }
        }
    }

    [Fact]
    public void A_host_that_catches_up_after_a_dropout_is_not_ahead_for_long()
    {
        var lead = new RenderLead();
        double now = 0;
        int block = 0;
        for (; block < 200; block++)
            lead.Begin(now = block * Block, Block);
        // Half a second late, then as many blocks as it takes; then in time again.
        now += 0.5;
        for (; block * Block < now; block++)
            lead.Begin(now, Block);
        double last = 0;
        for (int end = block + 300; block < end; block++)
            last = lead.Begin(block * Block, Block);
        Assert.Equal(0, last);
    }
}
