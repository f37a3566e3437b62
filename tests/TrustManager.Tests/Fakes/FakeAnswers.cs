using Infra.TrustManager.CustomResources;

namespace Infra.TrustManager.Tests.Fakes;

/// <summary>What CloudFormation heard.</summary>
internal sealed class FakeAnswers : IAnswerChannel
{
    public List<CustomResourceAnswer> Heard { get; } = [];

    /// <summary>How many answers get lost on the way.</summary>
    public int Losses { get; set; }

    public Task<Delivery> SendAsync(CustomResourceAnswer answer, TimeSpan within)
    {
        if (Losses > 0)
        {
            Losses--;
            return Task.FromResult<Delivery>(new Delivery.Lost("the connection failed"));
        }

        Assert.True(within > TimeSpan.Zero, "there is time to answer");
        Heard.Add(answer);
        return Task.FromResult<Delivery>(new Delivery.Delivered());
    }
}
