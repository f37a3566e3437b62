using System.Text.Json.Nodes;
using Infra.Local.Account;

namespace Infra.Local.Events;

/// <summary>The account's default event bus: it tells its listeners, and remembers the newest events.</summary>
public sealed class EventBus(AwsAccount account)
{
    /// <summary>Events that are remembered; a long run of the clock must not fill the memory.</summary>
    private const int Remembered = 500;

    private readonly Lock _lock = new();
    private readonly Queue<BusEvent> _recent = new();

    /// <summary>Called with every event, on the thread of the service that tells it; a listener must not wait.</summary>
    public event Action<BusEvent>? Published;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<BusEvent> Recent
    {
        get
        {
            lock (_lock)
            {
                return [.. _recent];
            }
        }
    }

    public void Publish(BusEvent busEvent)
    {
        lock (_lock)
        {
            _recent.Enqueue(busEvent);
            if (_recent.Count > Remembered)
            {
                _recent.Dequeue();
            }
        }

        Published?.Invoke(busEvent);
    }

    /// <summary>The remembered events, oldest first.</summary>
    public JsonArray ToJson() => new([.. Recent.Select(busEvent => busEvent.ToJson(account))]);
}
