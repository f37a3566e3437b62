using Infra.Local.CloudFormation.Expressions;

namespace Infra.Local.CloudFormation.Templates;

/// <summary>Puts things after what they depend on, and otherwise leaves them in the order of the template.</summary>
public static class DependencyOrder
{
    /// <param name="names">In template order.</param>
    /// <param name="dependencies">Names that one depends on, each of which is in <paramref name="names"/>.</param>
    /// <exception cref="Endpoint.AwsException"><c>ValidationError</c>, naming the circle.</exception>
    public static IReadOnlyList<string> Of(IEnumerable<string> names, Func<string, IEnumerable<string>> dependencies)
    {
        var (order, done, path) = (new List<string>(), new HashSet<string>(), new List<string>());
        foreach (var name in names)
        {
            Visit(name);
        }

        return order;

        void Visit(string name)
        {
            if (path.IndexOf(name) is >= 0 and var start)
            {
                throw TemplateError.Because([$"Circular dependency: {string.Join(" -> ", path[start..])} -> {name}."]);
            }

            if (done.Contains(name))
            {
                return;
            }

            path.Add(name);
            foreach (var dependency in dependencies(name))
            {
                Visit(dependency);
            }

            path.RemoveAt(path.Count - 1);
            done.Add(name);
            order.Add(name);
        }
    }
}
