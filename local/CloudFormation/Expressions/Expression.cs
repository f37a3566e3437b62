using System.Text.Json.Nodes;

namespace Infra.Local.CloudFormation.Expressions;

/// <summary>A value in a template: a literal, or an intrinsic function that is evaluated when the stack is deployed.</summary>
/// <param name="Path">Where it stands in the template, for error messages.</param>
public abstract record Expression(string Path)
{
    /// <summary>A fresh value; null where the template says <c>AWS::NoValue</c>.</summary>
    /// <exception cref="Endpoint.AwsException"><c>ValidationError</c>.</exception>
    public abstract JsonNode? Evaluate(Scope scope);

    /// <summary>The expressions in it that it is made of.</summary>
    public virtual IEnumerable<Expression> Children => [];

    /// <summary>The part of <see cref="Children"/> that counts once conditions are decided.</summary>
    public virtual IEnumerable<Expression> LiveChildren(Func<string, bool> condition) => Children;

    /// <summary>This and everything in it.</summary>
    public IEnumerable<Expression> All() => Children.SelectMany(child => child.All()).Prepend(this);

    /// <summary>This and everything in it that counts once conditions are decided.</summary>
    public IEnumerable<Expression> Live(Func<string, bool> condition) =>
        LiveChildren(condition).SelectMany(child => child.Live(condition)).Prepend(this);
}
