using System.Text;
using Infra.Local.Account;
using Infra.Local.Endpoint;
using Infra.Local.Iam;
using Infra.Local.Lambda;
using Infra.Local.Lambda.Asynchronous;

namespace Infra.Local.CloudFormation.CustomResources;

/// <summary>Gives an event to a function as an asynchronous invocation does: up to three times, until the function returns.</summary>
/// <remarks>CloudFormation acts with the rights of whoever deploys, here the account's administrator.</remarks>
internal sealed class EventInvocation(IFunctions functions, AwsAccount account, EventRepeats repeats)
{
    private readonly Principal.Administrator _deployer = new(account.Id);

    /// <summary>Null once the function returned; otherwise what the last of three attempts failed with.</summary>
    /// <exception cref="AwsException">Lambda does not take the event: there is no such function, or a policy denies it.</exception>
    public async Task<string?> RunAsync(
        string functionArn, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        string? failure;
        try
        {
            failure = await AttemptAsync(functionArn, payload, cancellationToken);
        }
        catch (AwsException e) when (IsPassing(e))
        {
            failure = e.Message;
        }

        foreach (var pause in failure is null ? [] : new[] { repeats.First, repeats.Second })
        {
            await Task.Delay(pause, cancellationToken);
            failure = await RepeatAsync(functionArn, payload, cancellationToken);
            if (failure is null)
            {
                break;
            }
        }

        return failure;
    }

    private async Task<string?> RepeatAsync(
        string functionArn, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        try
        {
            return await AttemptAsync(functionArn, payload, cancellationToken);
        }
        catch (AwsException e)
        {
            // The event was accepted long ago; what happens to it since then is only a failed attempt.
            return e.Message;
        }
    }

    private async Task<string?> AttemptAsync(
        string functionArn, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        var result = await functions.InvokeAsync(functionArn, payload, _deployer, cancellationToken);
        return result.FunctionError is null ? null : Encoding.UTF8.GetString(result.Payload.Span);
    }

    /// <summary>Throttling and failures of the Lambda service itself.</summary>
    private static bool IsPassing(AwsException failure) => failure.StatusCode is 429 or >= 500;
}
