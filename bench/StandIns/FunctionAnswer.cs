using System.Diagnostics;

namespace Infra.Bench.StandIns;

/// <summary>What a function answered, and when.</summary>
/// <param name="HandedOver">Timestamp just before it was given the event.</param>
/// <param name="Answered">Timestamp just after the last byte of its answer arrived.</param>
/// <param name="Body">The answer; good until the next invocation.</param>
public sealed record FunctionAnswer(long HandedOver, long Answered, ReadOnlyMemory<byte> Body)
{
    public double Milliseconds => Stopwatch.GetElapsedTime(HandedOver, Answered).TotalMilliseconds;
}
