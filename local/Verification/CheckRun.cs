namespace Infra.Local.Verification;

/// <summary>Runs checks one after the other; one that fails does not keep the next from being tried.</summary>
public static class CheckRun
{
    public static async IAsyncEnumerable<CheckResult> RunAsync(
        IEnumerable<Check> checks,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var check in checks)
        {
            yield return await RunAsync(check, cancellationToken);
        }
    }

    private static async Task<CheckResult> RunAsync(Check check, CancellationToken cancellationToken)
    {
        try
        {
            return new CheckResult(check.Name, Passed: true, await check.Run(cancellationToken));
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return new CheckResult(check.Name, Passed: false, e is UnexpectedException ? e.Message : e.ToString());
        }
    }
}
