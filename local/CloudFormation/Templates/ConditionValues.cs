using Infra.Local.CloudFormation.Expressions;

namespace Infra.Local.CloudFormation.Templates;

/// <summary>Decides the conditions of a template, each once, whatever order they name each other in.</summary>
internal sealed class ConditionValues
{
    private readonly IReadOnlyDictionary<string, Expression> _conditions;
    private readonly Scope _scope;
    private readonly Dictionary<string, bool> _decided = [];
    private readonly List<string> _deciding = [];

    public ConditionValues(IReadOnlyDictionary<string, Expression> conditions, Scope scope)
    {
        _conditions = conditions;
        _scope = scope with { Condition = IsTrue };
        foreach (var name in conditions.Keys)
        {
            IsTrue(name);
        }
    }

    public bool IsTrue(string name)
    {
        if (_decided.TryGetValue(name, out var value))
        {
            return value;
        }

        if (_deciding.Contains(name))
        {
            throw TemplateError.Because([$"Circular dependency: condition {string.Join(" -> ", _deciding)} -> {name}."]);
        }

        _deciding.Add(name);
        value = _conditions[name].IsTrue(_scope);
        _deciding.Remove(name);
        return _decided[name] = value;
    }
}
