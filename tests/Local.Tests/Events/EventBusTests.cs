using System.Text.Json.Nodes;
using Infra.Local.Account;
using Infra.Local.Events;

namespace Infra.Local.Tests.Events;

public sealed class EventBusTests
{
    private readonly EventBus _bus = new(new AwsAccount("111122223333", "us-gov-west-1"));

    [Fact]
    public void A_listener_hears_every_event_and_later_only_the_newest_are_remembered()
    {
        var heard = 0;
        _bus.Published += _ => heard++;

        foreach (var number in Enumerable.Range(1, 600))
        {
            _bus.Publish(new BusEvent("aws.acm-pca", $"Event {number}", DateTimeOffset.UnixEpoch, [], new JsonObject()));
        }

        Assert.Equal(600, heard);
        Assert.Equal(500, _bus.Recent.Count);
        Assert.Equal(("Event 101", "Event 600"), (_bus.Recent[0].DetailType, _bus.Recent[^1].DetailType));
    }
}
