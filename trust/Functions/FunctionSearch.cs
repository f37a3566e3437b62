using Amazon.Lambda;
using Amazon.Lambda.Model;
using Infra.Trust.Questions;

namespace Infra.Trust.Functions;

/// <summary>Finds the function that looks after a directory or a CA, by its environment variables.</summary>
internal sealed class FunctionSearch(IAmazonLambda lambda)
{
    /// <exception cref="NoAnswerException">There is none, there are several, or AWS would not say.</exception>
    public async Task<string> FindAsync(Subject subject, CancellationToken cancellationToken)
    {
        var functions = await LambdaTrouble.ExplainedAsync(
            LambdaStep.Search, () => ListAsync(cancellationToken), cancellationToken);
        string[] found =
        [
            .. functions.Where(function => Has(function, subject)).Select(function => function.FunctionName).Order(),
        ];
        return found.Length switch
        {
            1 => found[0],
            0 => throw new NoAnswerException(None(subject, functions)),
            _ => throw new NoAnswerException(
                $"{found.Length} functions have {subject.Variable}={subject.Id}: {string.Join(", ", found)}. "
                + "Name one of them with --function."),
        };
    }

    private async Task<List<FunctionConfiguration>> ListAsync(CancellationToken cancellationToken)
    {
        var functions = new List<FunctionConfiguration>();
        var pages = lambda.Paginators.ListFunctions(new ListFunctionsRequest()).Functions;
        await foreach (var function in pages.WithCancellation(cancellationToken))
        {
            functions.Add(function);
        }

        return functions;
    }

    private static bool Has(FunctionConfiguration function, Subject subject) =>
        function.Environment?.Variables?.GetValueOrDefault(subject.Variable) == subject.Id;

    private string None(Subject subject, List<FunctionConfiguration> functions)
    {
        var unreadable = functions.Count(function => function.Environment?.Error is not null);
        var url = lambda.DetermineServiceOperationEndpoint(new ListFunctionsRequest()).URL;
        return $"None of the {functions.Count} functions at {url} has {subject.Variable}={subject.Id}. "
            + (unreadable > 0 ? $"The variables of {unreadable} may not be read (kms:Decrypt). " : "")
            + "Check the account and the Region (AWS_PROFILE, AWS_REGION) and that the stack is deployed with this "
            + "release, or name the function with --function.";
    }
}
