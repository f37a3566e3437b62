using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.Tests.Fakes;

/// <summary>Every call to AWS passes here, and may be made to fail.</summary>
internal sealed class AwsCalls(FakeTime time)
{
    private (int At, CallFault Fault, int Times)? _plan;
    private int _made;

    /// <summary>The calls since the last plan, in order.</summary>
    public List<string> Names { get; } = [];

    /// <summary>How many calls there were since a test set it to zero.</summary>
    public int Counted { get; set; }

    /// <summary>Completed once the process died.</summary>
    public TaskCompletionSource Crashed { get; private set; } = new();

    /// <summary>Lets the call with number <paramref name="at"/>, counted from 0, and those after it fail.</summary>
    public void Plan(int at, CallFault fault, int times)
    {
        Heal();
        _plan = (at, fault, times);
    }

    public void Heal()
    {
        _plan = null;
        _made = 0;
        Names.Clear();
        Crashed = new TaskCompletionSource();
    }

    public Task<T> PassAsync<T>(string name, Func<T> effect, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Names.Add(name);
        Counted++;
        var number = _made++;
        var fault = _plan is { } plan && number >= plan.At && number - plan.At < plan.Times ? plan.Fault : (CallFault?)null;
        switch (fault)
        {
            case CallFault.Throttled:
                return Task.FromException<T>(new ServiceException(ServiceFailure.Throttled, $"{name}: slow down."));
            case CallFault.ServerError:
                return Task.FromException<T>(new ServiceException(ServiceFailure.Unavailable, $"{name}: 500."));
            case CallFault.TimedOut:
                time.Advance(TimeSpan.FromSeconds(60));
                return Task.FromException<T>(new ServiceException(ServiceFailure.Unavailable, $"{name}: no answer."));
            case CallFault.AnswerLost:
                effect();
                return Task.FromException<T>(new ServiceException(ServiceFailure.Unavailable, $"{name}: connection lost."));
            case CallFault.CrashBefore:
                Crashed.TrySetResult();
                return new TaskCompletionSource<T>().Task;
            case CallFault.CrashAfter:
                effect();
                Crashed.TrySetResult();
                return new TaskCompletionSource<T>().Task;
            default:
                try
                {
                    return Task.FromResult(effect());
                }
                catch (ServiceException failure)
                {
                    return Task.FromException<T>(failure);
                }
        }
    }
}
